import { createHmac, randomBytes } from 'node:crypto';
import { isUniqueViolation } from '#prisma/client.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { base32, newId } from '#app/platform/ids.server.ts';
import type { AboutMeInput } from './schema.ts';

export type AboutMeResult = { kind: 'received' } | { kind: 'refused'; field: 'path'; fault: string };

/** Below present danger, above whatever else waits. */
const RISK = 2;
/** A thread or a post here, wherever in it. */
const OURS = /^\/(threads\/[a-z2-7]{10,32}(\/[\w-]*)?(\?after=\d{1,9})?(#post-\d{1,9})?|posts\/[a-z2-7]{10,32})$/;

/** Of this process alone: of what was sent, no fingerprint stays that a guess could be held against. */
const secret = randomBytes(32);

/**
 * Takes what somebody outside the forum says about a text here, and puts it before the moderators. The same once more is the same
 * request for as long as that waits. Whether there is such a thread or post is not told.
 */
export async function askAboutMe(origin: string, { path: given, text, contact }: AboutMeInput): Promise<AboutMeResult> {
  const path = pathOf(origin, given);
  if (path === null) return { kind: 'refused', field: 'path', fault: 'faults.aboutMePath' };
  await receive({ path, text, contact });
  return { kind: 'received' };
}

async function receive(request: { path: string; text: string; contact: string | null }, round = 0): Promise<void> {
  const createdAt = currentHour();
  const id = base32(digest([round, request]).subarray(0, 10));
  try {
    await db.$transaction(async (tx) => {
      await tx.aboutMeRequest.create({ data: { id, ...request, createdAt }, select: { id: true } });
      await tx.queueItem.create({
        data: { id: newId(), kind: 'aboutMe', requestId: id, risk: RISK, openedAt: createdAt },
        select: { id: true },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const isDecided = await db.queueItem.count({ where: { requestId: id, closedAt: { not: null } } });
    if (isDecided > 0) await receive(request, round + 1);
  }
}

const digest = (what: unknown): Buffer => createHmac('sha256', secret).update(JSON.stringify(what)).digest();

/** The path of a thread or post on this forum, out of an address or a path; null for anything else. */
function pathOf(origin: string, given: string): string | null {
  const url = URL.canParse(given, origin) ? new URL(given, origin) : null;
  if (url?.origin !== new URL(origin).origin) return null;
  const path = url.pathname + url.search + url.hash;
  return OURS.test(path) ? path : null;
}
