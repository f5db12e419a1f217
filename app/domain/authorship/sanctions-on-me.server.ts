import type { Prisma } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';

/** How a member is about to write: in which thread (none for a new one), and as whom. */
export type Writing = { threadId: string | null; as: 'anonymous' | 'pen-name' };

/** A review of what somebody writes: why, and until when; null until staff end it. */
export type ReviewView = { reason: string; until: Date | null };

export const sanctionSelect = {
  ...{ id: true, kind: true, personaId: true, reason: true, createdAt: true, until: true },
} as const;

export type SanctionHere = Prisma.SanctionGetPayload<{ select: typeof sanctionSelect }>;

/**
 * The review that holds what the member is about to write, if there is one. It stays with the pen name or the persona that it was
 * given to: only a bar reaches a person's other identities.
 */
export async function reviewOnMe(member: Member, { threadId, as }: Writing): Promise<ReviewView | null> {
  const given = await listSanctionsHere(member, { threadId, as });
  const review = given.find(({ kind, personaId }) => kind === 'review' && (personaId === null) === (as === 'pen-name'));
  return review ? { reason: review.reason, until: review.until } : null;
}

/** Whether what the member is about to write waits for a moderator because of a review. */
export async function isUnderReview(member: Member, writing: Writing): Promise<boolean> {
  return (await reviewOnMe(member, writing)) !== null;
}

/**
 * The bars and reviews in force, the latest first, that were given to the member's personas in a thread, or to their pen name
 * where they are about to write under it. For a thread that is just being started there is no persona yet.
 */
export async function listSanctionsHere(member: Member, { threadId, as }: Writing): Promise<readonly SanctionHere[]> {
  const key = `${as} ${threadId ?? ''}`;
  const known = ofRequest.get(member) ?? new Map<string, Promise<readonly SanctionHere[]>>();
  const found = known.get(key) ?? findSanctionsHere(member, { threadId, as });
  ofRequest.set(member, known.set(key, found));
  return found;
}

/** Of these kinds what is neither over nor lifted. */
export const inForce = (...kinds: ('bar' | 'review')[]): Prisma.SanctionWhereInput => ({
  kind: { in: kinds },
  liftedAt: null,
  OR: [{ until: null }, { until: { gt: now() } }],
});

async function findSanctionsHere(member: Member, { threadId, as }: Writing): Promise<readonly SanctionHere[]> {
  const personas = threadId === null ? [] : await listMyPersonasInThread(member, threadId);
  const bearers: Prisma.SanctionWhereInput[] = personas.map(({ id }) => ({ personaId: id }));
  if (as === 'pen-name') bearers.push({ accountId: member.accountId });
  if (bearers.length === 0) return [];
  return db.sanction.findMany({
    where: { AND: [{ OR: bearers }, inForce('bar', 'review')] },
    orderBy: { createdAt: 'desc' },
    select: sanctionSelect,
  });
}

/** A member object lives as long as its request. */
const ofRequest = new WeakMap<Member, Map<string, Promise<readonly SanctionHere[]>>>();
