import type { Prisma } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import type { Writing } from './bars-on-me.server.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';

/** A review of what somebody writes: why, and until when; null until staff end it. */
export type ReviewView = { reason: string; until: Date | null };

/**
 * The review that holds what the member is about to write, if there is one. It stays with the pen name or the persona that it was
 * given to: only a bar reaches a person's other identities.
 */
export async function reviewOnMe(member: Member, { threadId, as }: Writing): Promise<ReviewView | null> {
  const bearers = as === 'pen-name' ? [{ accountId: member.accountId }] : await personasThere(member, threadId);
  if (bearers.length === 0) return null;
  return db.sanction.findFirst({
    where: {
      kind: 'review',
      liftedAt: null,
      AND: [{ OR: bearers }, { OR: [{ until: null }, { until: { gt: now() } }] }],
    },
    orderBy: { createdAt: 'desc' },
    select: { reason: true, until: true },
  });
}

/** Whether what the member is about to write waits for a moderator because of a review. */
export async function isUnderReview(member: Member, writing: Writing): Promise<boolean> {
  return (await reviewOnMe(member, writing)) !== null;
}

/** For a thread that is just being started there is no persona yet that anything could have been given to. */
async function personasThere(member: Member, threadId: string | null): Promise<Prisma.SanctionWhereInput[]> {
  const personas = threadId === null ? [] : await listMyPersonasInThread(member, threadId);
  return personas.map(({ id }) => ({ personaId: id }));
}
