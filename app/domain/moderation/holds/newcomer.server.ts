import { db } from '#app/platform/db.server.ts';
import { listMyPersonas } from '../../authorship/ledger.server.ts';
import type { Member } from '../../identity/viewer.ts';

/** From so many published posts on one is new here no longer. */
export const TRUSTED_FROM = 2;

/**
 * Whether somebody has hardly written yet, under whatever name. Counted anew each time over their own published posts: nothing is
 * stored that would say how far somebody has come.
 */
export async function isNewWriter(member: Member): Promise<boolean> {
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  const published = await db.post.findMany({
    where: { state: 'published', OR: [{ authorId: member.accountId }, { personaId: { in: personaIds } }] },
    take: TRUSTED_FROM,
    select: { id: true },
  });
  return published.length < TRUSTED_FROM;
}

/** Links that lead away from the forum. */
export function countLinks(html: string): number {
  return [...html.matchAll(/<a\s[^>]*\bhref="(?![/#])/g)].length;
}
