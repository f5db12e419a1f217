import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../identity/viewer.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { startIndexer } from './indexer.server.ts';
import { rebuildIndex } from './rebuild-index.server.ts';
import { searchCommand } from './search-command.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';
import { verifyIndex } from './verify-index.server.ts';

const AGREED = { missing: [], stale: [], surplus: [] };
let member: Member;
let topic: string;

beforeAll(async () => {
  member = await makeMember();
  topic = await makeTopic();
});

beforeEach(() => drainOutbox());

async function run(...args: string[]) {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  return { exit: await searchCommand(args, { out: say, err: say }), lines };
}

describe('the outbox', () => {
  it('is empty once it is drained, and the index agrees with the posts', async () => {
    const thread = await makeThread(member, { topic });
    await makeReply(member, thread.id);
    expect(await verifyIndex()).not.toEqual(AGREED);
    await drainOutbox();
    expect(await db.outbox.count()).toBe(0);
    expect(await verifyIndex()).toEqual(AGREED);
  });

  it('drained by several at once leaves the same index', async () => {
    for (let made = 0; made < 5; made += 1) await makeThread(member, { topic });
    await Promise.all([drainOutbox(), drainOutbox(), drainOutbox()]);
    expect(await verifyIndex()).toEqual(AGREED);
    const [words] = await db.$queryRaw<
      { docs: number }[]
    >`SELECT sum(docs)::int AS docs FROM search_words WHERE word = ''`;
    expect(words?.docs).toBe((await postgresEngine(db).health()).documents);
  });

  it('speaks of posts that are gone without harm', async () => {
    await db.outbox.create({ data: { id: newId(), entity: 'post', entityId: newId() }, select: { id: true } });
    await drainOutbox();
    expect(await db.outbox.count()).toBe(0);
  });

  it('keeps what the engine failed to take, for later', async () => {
    await makeThread(member, { topic });
    await db.$executeRaw`ALTER TABLE search_texts RENAME TO search_texts_away`;
    await expect(drainOutbox()).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE search_texts_away RENAME TO search_texts`;
    const waiting = await db.outbox.findMany({ select: { attempts: true, claimedUntil: true } });
    expect(waiting.length).toBeGreaterThan(0);
    for (const { attempts, claimedUntil } of waiting) {
      expect(attempts).toBe(1);
      expect(claimedUntil).not.toBeNull();
    }
    await db.outbox.updateMany({ data: { claimedUntil: null } });
    await drainOutbox();
    expect(await verifyIndex()).toEqual(AGREED);
  });
});

describe('the indexer', () => {
  it('takes up what is written while it runs, and stops', async () => {
    const indexer = await startIndexer();
    await makeThread(member, { topic });
    await vi.waitFor(async () => expect(await db.outbox.count()).toBe(0), { timeout: 90_000 });
    await indexer.stop();
    expect(await verifyIndex()).toEqual(AGREED);
  });

  it('fills an index that is empty beside posts that are there', async () => {
    await makeThread(member, { topic });
    await drainOutbox();
    await db.$executeRaw`TRUNCATE search_documents, search_texts, search_words`;
    const indexer = await startIndexer();
    await indexer.stop();
    expect(await verifyIndex()).toEqual(AGREED);
  });
});

describe('npm run search', () => {
  it('verify names the drift, rebuild mends it', async () => {
    const thread = await makeThread(member, { topic });
    await drainOutbox();
    await postgresEngine(db).remove([thread.openingId]);
    expect(await run('verify')).toMatchObject({
      exit: 1,
      lines: [expect.stringContaining('1 posts are missing'), expect.anything()],
    });
    expect((await run('rebuild')).exit).toBe(0);
    expect(await run('verify')).toEqual({ exit: 0, lines: ['Index and posts agree.'] });
  });

  it('rebuild takes out what should not be there, and gives the number of posts', async () => {
    const thread = await makeThread(member, { topic });
    await drainOutbox();
    await db.thread.update({ where: { id: thread.id }, data: { state: 'hidden' }, select: { id: true } });
    expect((await verifyIndex()).surplus).toEqual([thread.openingId]);
    expect(await rebuildIndex()).toBe((await postgresEngine(db).health()).documents);
    expect(await verifyIndex()).toEqual(AGREED);
  });

  it('status counts, and anything else shows how it is called', async () => {
    const { lines } = await run('status');
    expect(lines[0]).toBe('engine    postgres');
    expect((await run('destroy')).exit).toBe(2);
    expect((await run('verify', 'now')).exit).toBe(2);
  });
});
