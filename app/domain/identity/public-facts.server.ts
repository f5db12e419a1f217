import { db } from '#app/platform/db.server.ts';
import type { Member } from './viewer.ts';

/** What a member lets their public page say beside what they wrote. Neither is said at first. */
export type PublicFacts = { showsSince: boolean; showsCounts: boolean };

export function getPublicFacts({ accountId }: Member): Promise<PublicFacts> {
  return db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { showsSince: true, showsCounts: true },
  });
}

export async function changePublicFacts({ accountId }: Member, facts: PublicFacts): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: facts, select: { id: true } });
}
