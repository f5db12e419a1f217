import { randomInt } from 'node:crypto';
import type { ErasureMode } from '#prisma/generated/enums.ts';
import { currentHour, now } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';
import { randomTag } from '../authorship/author.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import type { Member } from '../identity/viewer.ts';
import { eraseTexts } from './erase-texts.server.ts';

/** Over how long the personas of one member are erased, one after the other (docs/decisions/008). */
export const ERASURE_DAYS = 14;

/**
 * Notes for each of the member's personas, in a statement of its own, that it is to be erased at some hour of the next 14 days.
 * One that waits already keeps its hour and takes the new `mode`.
 */
export async function scheduleErasures(member: Member, mode: ErasureMode): Promise<void> {
  const ids = (await listMyPersonas(member)).map(({ id }) => id);
  // In the order of their random ids, not in the order in which their member came to them.
  for (const personaId of ids.sort()) {
    await db.personaErasure.upsert({
      where: { personaId },
      create: { personaId, mode, dueAt: someHour() },
      update: { mode },
      select: { personaId: true },
    });
  }
}

/** How many of the member's personas wait: some do when an erasure was broken off before the account was gone. */
export async function countWaiting(member: Member): Promise<number> {
  const personaId = { in: (await listMyPersonas(member)).map(({ id }) => id) };
  return db.personaErasure.count({ where: { personaId } });
}

/** How many personas of all members wait. For the operator's command: it asks nobody's leave. */
export function countAllWaiting(): Promise<number> {
  return db.personaErasure.count();
}

/**
 * The hourly job: erases the personas whose hour has come, each in a transaction of its own. One that fails is tried again the
 * next hour and does not keep the others waiting.
 *
 * @throws the first failure, when all others are done.
 */
export async function carryOutErasures(): Promise<void> {
  const due = await db.personaErasure.findMany({
    where: { dueAt: { lte: now() } },
    orderBy: { personaId: 'asc' },
    select: { personaId: true },
  });
  const failures: unknown[] = [];
  for (const { personaId } of due) {
    await db.$transaction((tx) => erasePersona(tx, personaId)).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function erasePersona(tx: Transaction, personaId: string): Promise<void> {
  // Of two processes the later finds the row gone.
  const [waiting] = await tx.$queryRaw<{ mode: ErasureMode }[]>`
    DELETE FROM persona_erasures WHERE persona_id = ${personaId} RETURNING mode`;
  if (!waiting) return;
  if (waiting.mode === 'remove') await eraseTextsOf(tx, personaId);
  const data = waiting.mode === 'remove' ? tombstone() : { seal: randomTag(), ledgerTag: randomTag() };
  await tx.persona.update({ where: { id: personaId }, data, select: { id: true } });
}

/** The ledger tag stays, so that the ledger of a member who is still here has no gap. */
function tombstone() {
  return { isErased: true, seal: randomTag(), verifiedProfession: null, verifiedLanguage: null };
}

async function eraseTextsOf(tx: Transaction, personaId: string): Promise<void> {
  const posts = await tx.post.findMany({
    where: { personaId },
    orderBy: { threadId: 'asc' },
    select: { id: true, threadId: true },
  });
  for (const threadId of new Set(posts.map((post) => post.threadId))) {
    const ids = posts.filter((post) => post.threadId === threadId).map(({ id }) => id);
    await eraseTexts(tx, threadId, ids);
  }
}

function someHour(): Date {
  return new Date(currentHour().getTime() + randomInt(1, ERASURE_DAYS * 24 + 1) * HOUR_MS);
}
