import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { createReply } from '../posts/create-reply.server.ts';
import { replyInput } from '#prisma/factories/thread.ts';
import { startThread } from '../threads/start-thread.server.ts';
import { threadInput } from '#prisma/factories/thread.ts';
import { listMyPersonas, nextLedgerNumber } from './ledger.server.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';
import { whoAmIHere } from './who-am-i-here.server.ts';

describe('an anonymous writer', () => {
  it('keeps one alias through a thread and gets an unrelated persona in another', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    const [one, other] = [await makeThread(member, { topic }), await makeThread(member, { topic })];
    await makeReply(again(member), one.id);
    const personasOf = async (threadId: string) =>
      new Set(
        (await db.post.findMany({ where: { threadId }, select: { personaId: true } })).map((post) => post.personaId),
      );
    expect((await personasOf(one.id)).size).toBe(1);
    expect([...(await personasOf(one.id))]).not.toEqual([...(await personasOf(other.id))]);
  });

  it('is told who they are here; others, staff included, are not', async () => {
    const topic = await makeTopic();
    const [author, other, moderator] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ role: 'moderator' }),
    ];
    const thread = await makeThread(author, { topic });
    const persona = await db.persona.findFirstOrThrow({ where: { scopeId: (await scopeOf(thread.id))! } });
    expect(await whoAmIHere(again(author), thread.id)).toMatchObject({ alias: persona.alias });
    expect(await whoAmIHere(other, thread.id)).toMatchObject({ alias: null });
    expect(await whoAmIHere(moderator, thread.id)).toMatchObject({ alias: null });
    expect(await whoAmIHere({ kind: 'guest' }, thread.id)).toMatchObject({ alias: null });
  });

  it('finds all their personas by the ledger, past one batch, and nobody finds them else', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    const threads = [];
    for (let i = 0; i < 70; i++) threads.push(await makeThread(again(member), { topic }));
    const fresh = { ...member, sessionKey: 'another-session' };
    expect(new Set((await listMyPersonas(fresh)).map((persona) => persona.scopeId)).size).toBe(threads.length);
    expect(await listMyPersonas(await makeMember())).toEqual([]);
  });

  it('writes no row that carries the account or changes because of it', async () => {
    const topic = await makeTopic();
    const member = await makeMember({ penName: 'canary-of-the-mine' });
    const before = await db.account.findUniqueOrThrow({ where: { id: member.accountId } });
    const [{ version: rowBefore }] = await db.$queryRaw<[{ version: string }]>`
      SELECT xmin::text || ctid::text || xmax::text AS version FROM accounts WHERE id = ${member.accountId}`;
    const thread = await makeThread(member, { topic });
    await makeReply(again(member), thread.id);
    const [{ version: rowAfter }] = await db.$queryRaw<[{ version: string }]>`
      SELECT xmin::text || ctid::text || xmax::text AS version FROM accounts WHERE id = ${member.accountId}`;
    expect(await db.account.findUniqueOrThrow({ where: { id: member.accountId } })).toEqual(before);
    // Not even a row lock of a foreign key: xmax would tell which transaction it was.
    expect(rowAfter).toBe(rowBefore);
    const tables = [
      db.thread,
      db.post,
      db.persona,
      db.revision,
      db.threadScope,
      db.outbox,
      db.moderationAction,
    ] as const;
    const rows = await Promise.all(tables.map((table) => (table as typeof db.post).findMany()));
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(member.accountId);
    expect(stored).not.toContain(member.penName);
  });

  it('keeps times to the hour and numbers no row in the order of writing', async () => {
    const thread = await makeThread(await makeMember(), { topic: await makeTopic() });
    const post = await db.post.findUniqueOrThrow({
      where: { id: thread.openingId },
      include: { revisions: true, thread: true },
    });
    const times = [post.createdAt, post.thread.createdAt, post.thread.lastActivityAt, post.revisions[0]!.createdAt];
    expect(times.map((time) => time.getTime() % 3_600_000)).toEqual([0, 0, 0, 0]);
    const sequences = await db.$queryRaw<unknown[]>`SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'`;
    expect(sequences).toEqual([]);
  });
});

describe('at once', () => {
  it('fifty first replies of one member in one thread come from one persona', async () => {
    const topic = await makeTopic();
    const thread = await makeThread(await makeMember(), { topic });
    const member = await makeMember();
    await Promise.all(
      Array.from({ length: 50 }, () => createReply(again(member), { threadId: thread.id, input: replyInput() })),
    );
    const personas = await db.post.groupBy({
      by: ['personaId'],
      where: { threadId: thread.id, number: { gt: 1 } },
      _count: true,
    });
    expect(personas).toEqual([{ personaId: expect.any(String), _count: 50 }]);
    expect(await listMyPersonasInThread(again(member), thread.id)).toHaveLength(1);
  });

  it('two tabs that join different threads leave no gap and no clash in the ledger', async () => {
    const topic = await makeTopic();
    const member = await makeMember();
    await Promise.all(Array.from({ length: 8 }, () => startThread(again(member), threadInput({ topic }))));
    const fresh = { ...member, sessionKey: 'a-fresh-look' };
    expect(await nextLedgerNumber(fresh)).toBe(8);
    expect(await listMyPersonas(fresh)).toHaveLength(8);
  });
});

describe('the database', () => {
  it('refuses a post with an author and a persona, and one with neither', async () => {
    const member = await makeMember();
    const thread = await makeThread(member, { topic: await makeTopic() });
    const both = db.post.update({ where: { id: thread.openingId }, data: { authorId: member.accountId } });
    await expect(both).rejects.toThrow();
    const neither = db.post.update({ where: { id: thread.openingId }, data: { personaId: null } });
    await expect(neither).rejects.toThrow();
  });
});

async function scopeOf(threadId: string) {
  return (await db.thread.findUnique({ where: { id: threadId }, select: { scopeId: true } }))?.scopeId;
}
