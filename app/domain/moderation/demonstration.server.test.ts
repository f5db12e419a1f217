import { expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeJoined } from '#prisma/factories/signed-in.ts';
import { makeReply } from '#prisma/factories/thread.ts';
import { seed } from '#prisma/seed/seed.ts';
import { db } from '#app/platform/db.server.ts';
import { countDemonstration, removeDemonstration } from './demonstration.server.ts';

const demoThreads = () => db.thread.findMany({ where: { externalRef: { startsWith: 'demo-' } }, select: { id: true } });

it('removes what came with the forum for good, and nothing that a member has written', async () => {
  await seed({ demo: true, log: () => undefined });
  const boss = { ...(await makeJoined()).member, role: 'administrator' } as const;
  const open = await db.thread.findFirstOrThrow({
    where: { externalRef: { startsWith: 'demo-' }, lockedAt: null },
    select: { id: true },
  });
  await makeReply((await makeJoined()).member, open.id);
  const all = (await demoThreads()).length;
  expect(await countDemonstration(boss)).toBe(all - 1);
  await expect(removeDemonstration(await makeMember({ role: 'moderator' }))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await removeDemonstration(boss);
  expect(await demoThreads()).toEqual([open]);
  expect(await db.account.count({ where: { id: boss.accountId } })).toBe(1);
  await seed({ demo: true, log: () => undefined });
  expect(await demoThreads()).toEqual([open]);
});
