import { expect, test } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { currentDatabase, db } from './db.server.ts';
import { tidyDatabase } from './tidy-database.server.ts';

/** What statements are planned by: how many rows a table was last counted to have, -1 where nobody has counted. */
async function countedAccounts(): Promise<number> {
  const [row] = await db.$queryRaw<{ rows: number }[]>`
    SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'accounts'::regclass`;
  return row?.rows ?? Number.NaN;
}

test('an embedded database is counted and put in order, and a server is left to do so itself', async () => {
  await makeMember();
  const before = await countedAccounts();
  await tidyDatabase();
  expect(await countedAccounts()).toBe(currentDatabase().kind === 'embedded' ? await db.account.count() : before);
});
