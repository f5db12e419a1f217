import type { Member } from '../identity/viewer.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';
import { listSanctionsInForce, type SanctionInForce } from './sanctions-in-force.server.ts';

/** How a member is about to write: in which thread (none for a new one), and as whom. */
export type Writing = { threadId: string | null; as: 'anonymous' | 'pen-name' };

/** A review of what somebody writes: why, and until when; null until staff end it. */
export type ReviewView = { reason: string; until: Date | null };

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
export async function listSanctionsHere(
  member: Member,
  { threadId, as }: Writing,
): Promise<readonly SanctionInForce[]> {
  const inForce = await listSanctionsInForce();
  if (inForce.length === 0) return [];
  const personas = threadId === null ? [] : await listMyPersonasInThread(member, threadId);
  const mine = new Set<string>(personas.map(({ id }) => id));
  return inForce.filter(({ personaId, accountId }) => {
    return personaId === null ? as === 'pen-name' && accountId === member.accountId : mine.has(personaId);
  });
}
