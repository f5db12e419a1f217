import { beforeAll, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeJoined } from '#prisma/factories/signed-in.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { seed } from '#prisma/seed/seed.ts';
import { currentDatabase, db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { markSeeded } from '../settings/seeded.server.ts';
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

describe('what only looks like the demonstration', () => {
  let topic: string;
  beforeAll(async () => {
    topic = await makeTopic();
  });

  /** A thread as the seed leaves one: it came by no form. `isLaidOut`: whether the seed says that it was its own. */
  async function thread(isLaidOut = true): Promise<string> {
    const slug = newId();
    const { id } = await makeThread(await makeMember(), { topic });
    const externalRef = `demo-${slug}`;
    await db.thread.update({ where: { id }, data: { externalRef, formKey: null }, select: { id: true } });
    await db.post.updateMany({ where: { threadId: id }, data: { formKey: null } });
    if (isLaidOut) await markSeeded('threads', [slug]);
    return id;
  }

  const remove = async () => removeDemonstration({ ...(await makeJoined()).member, role: 'administrator' });
  const isThere = async (id: string): Promise<boolean> => (await db.thread.count({ where: { id } })) === 1;

  it('stays where it came by somebody’s import, or where something was merged into it', async () => {
    const [laidOut, imported, into] = [await thread(), await thread(false), await thread()];
    const { id: away } = await makeThread(await makeMember(), { topic });
    await db.thread.update({ where: { id: away }, data: { mergedIntoId: into }, select: { id: true } });
    await remove();
    expect(await Promise.all([laidOut, imported, into].map(isThere))).toEqual([false, true, true]);
  });

  it('stays where somebody answers in that moment', async () => {
    const id = await thread();
    let removal: Promise<void> | undefined;
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT id FROM threads WHERE id = ${id} FOR NO KEY UPDATE`;
        removal = remove();
        // The embedded database lets nobody else in before this has ended.
        const waiting = () => tx.$queryRaw<unknown[]>`
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        while (currentDatabase().kind !== 'embedded' && (await waiting()).length === 0);
        await tx.post.updateMany({ where: { threadId: id }, data: { formKey: newId() } });
        await tx.thread.update({ where: { id }, data: { lastNumber: { increment: 1 } }, select: { id: true } });
      },
      { timeout: 60_000 },
    );
    await removal;
    expect(await isThere(id)).toBe(true);
  });

  it('leaves who may sign in again, and a persona that somebody’s ledger counts', async () => {
    const id = await thread();
    const { scopeId } = await db.thread.findUniqueOrThrow({ where: { id }, select: { scopeId: true } });
    const bytes = () => new Uint8Array(Buffer.from(newId()));
    const tombstone = { id: newId(), scopeId, seal: bytes(), ledgerTag: bytes(), alias: 'Still Otter', isErased: true };
    await db.persona.create({ data: tombstone, select: { id: true } });
    const { member } = await makeJoined();
    const where = { id: member.accountId };
    const data = { resetMonth: new Date('2026-01-01'), password: { delete: true }, recoveryCodes: { deleteMany: {} } };
    await db.account.update({ where, data, select: { id: true } });
    await remove();
    expect(await isThere(id)).toBe(false);
    expect(await db.persona.count({ where: { id: tombstone.id } })).toBe(1);
    expect(await db.account.count({ where })).toBe(1);
  });
});
