import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { holdPost } from '../moderation/holds/hold-post.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { startIndexer } from './indexer.server.ts';
import { setReady, useEngine } from './meilisearch.server.ts';
import { rebuildMeilisearch } from './rebuild-meilisearch.server.ts';
import { relayOutbox } from './relay-outbox.server.ts';
import { repairIndexes } from './repair-index.server.ts';
import { parseSearchRequest } from './schema.ts';
import { searchCommand } from './search-command.server.ts';
import { searchThreads } from './search-threads.server.ts';
import { makeMemoryEngine, type MemoryEngine } from './testing/memory-engine.ts';
import { verifyIndex } from './verify-index.server.ts';

const AGREED = { missing: [], stale: [], surplus: [] };
let member: Member;
let moderator: Member;
let topic: string;
let engine: MemoryEngine;

beforeAll(async () => {
  member = await makeMember();
  moderator = await makeMember({ role: 'moderator' });
  topic = await makeTopic();
});

beforeEach(async () => {
  useEngine(undefined);
  await drainOutbox();
  await db.outbox.deleteMany();
  engine = makeMemoryEngine();
  useEngine(engine);
});

afterEach(() => useEngine(undefined));

const word = (): string => `word${newId()}`;
const textOf = (parts: readonly { text: string }[] = []) => parts.map(({ text }) => text).join('');
const search = (q: string) => searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q })));

/** Everything reaches the index in the database, then this one. */
async function bringUpToDate(): Promise<void> {
  await drainOutbox();
  await relayOutbox(engine);
}

describe('what is written', () => {
  it('goes to both indexes, and is done only then', async () => {
    await makeThread(member, { topic });
    await drainOutbox();
    expect(engine.documents.size).toBe(0);
    expect(await db.outbox.count({ where: { stage: 'relay' } })).toBeGreaterThan(0);
    await rebuildMeilisearch(engine);
    await relayOutbox(engine);
    expect(await db.outbox.count()).toBe(0);
    expect(await verifyIndex(engine)).toEqual(AGREED);
  });

  it('is sent as it is at that moment, and a post that is gone is taken out', async () => {
    const [canary, thread] = [word(), await makeThread(member, { topic })];
    const { postId } = await makeReply(member, thread.id, { body: `Of ${canary}.` });
    await bringUpToDate();
    expect(engine.documents.get(postId)?.body).toContain(canary);
    await hidePost(moderator, { id: postId, reason: 'It names somebody' });
    const { leftTraces } = (await drainOutbox(), await relayOutbox(engine));
    expect(engine.documents.has(postId)).toBe(false);
    expect(leftTraces).toBe(true);
  });

  it('waits while the engine is down or full, and nothing of it is lost or doubled', async () => {
    const thread = await makeThread(member, { topic });
    await drainOutbox();
    for (const fault of ['isDown', 'isFull'] as const) {
      engine[fault] = true;
      await expect(relayOutbox(engine)).rejects.toThrow();
      expect(await db.outbox.count({ where: { stage: 'relay', attempts: { gt: 0 } } })).toBe(1);
      engine[fault] = false;
      await db.outbox.updateMany({ data: { claimedUntil: null } });
    }
    await relayOutbox(engine);
    expect(engine.documents.has(thread.openingId)).toBe(true);
    expect(await db.outbox.count()).toBe(0);
  });
});

describe('a rebuild', () => {
  it('hears once more of what was written while it went on', async () => {
    const thread = await makeThread(member, { topic, body: 'As it was.' });
    await bringUpToDate();
    let replyId = '';
    engine.beforeSwap = async () => {
      const late = await makeReply(member, thread.id, { body: 'A late one.' });
      replyId = late.postId;
      await bringUpToDate();
      // It is in the old index, whose place is taken in this moment.
      expect(engine.documents.has(replyId)).toBe(true);
    };
    await rebuildMeilisearch(engine);
    expect(engine.documents.has(replyId)).toBe(false);
    await relayOutbox(engine);
    expect(engine.documents.has(replyId)).toBe(true);
    expect(await db.outbox.count()).toBe(0);
    expect(await verifyIndex(engine)).toEqual(AGREED);
  });

  it('is one at a time, and one that breaks off leaves the way free', async () => {
    await makeThread(member, { topic });
    let second: Promise<unknown> = Promise.resolve();
    engine.beforeSwap = async () => {
      second = rebuildMeilisearch(engine).catch((error: unknown) => error);
      expect(await second).toMatchObject({ code: 'conflict' });
      throw new Error('broken off');
    };
    await expect(rebuildMeilisearch(engine)).rejects.toThrow('broken off');
    engine.beforeSwap = () => Promise.resolve();
    expect(await rebuildMeilisearch(engine)).toBe(engine.documents.size);
  });
});

describe('falling over', () => {
  it('PostgreSQL answers until Meilisearch was found in order, and when it is down', async () => {
    const canary = word();
    await makeThread(member, { topic, body: `Of ${canary}.` });
    await drainOutbox();
    expect(await search(canary)).toMatchObject({ engine: 'postgres', isFallback: true, total: 1 });
    await rebuildMeilisearch(engine);
    await relayOutbox(engine);
    setReady(true);
    expect(await search(canary)).toMatchObject({ engine: 'meilisearch', isFallback: false, total: 1 });
    engine.isDown = true;
    expect(await search(canary)).toMatchObject({ engine: 'postgres', isFallback: true, total: 1 });
    const asked = engine.calls.length;
    await search(canary);
    expect(engine.calls.length, 'nobody waits for it again').toBe(asked);
  });

  it('goes back by itself once it answers and has caught up', async () => {
    const canary = word();
    await makeThread(member, { topic, body: `Of ${canary}.` });
    const indexer = await startIndexer();
    const by = async () => (await search(canary)).engine;
    try {
      await vi.waitUntil(async () => (await by()) === 'meilisearch', { timeout: 90_000 });
      engine.isDown = true;
      expect(await by()).toBe('postgres');
      const late = await makeThread(member, { topic, body: `Of ${canary} too.` });
      await vi.waitUntil(async () => (await search(canary)).total === 2, { timeout: 90_000 });
      engine.isDown = false;
      await vi.waitUntil(async () => (await by()) === 'meilisearch', { timeout: 90_000 });
      expect(engine.documents.has(late.openingId)).toBe(true);
      expect((await search(canary)).total).toBe(2);
    } finally {
      await indexer.stop();
    }
  });

  it('PostgreSQL answers while the engine takes writes and does not get them done', async () => {
    await makeThread(member, { topic });
    const indexer = await startIndexer();
    try {
      await vi.waitUntil(async () => (await search('about')).engine === 'meilisearch', { timeout: 90_000 });
      engine.isFull = true;
      const canary = word();
      await makeThread(member, { topic, body: `Of ${canary}.` });
      await vi.waitUntil(async () => (await search(canary)).total === 1, { timeout: 90_000 });
      await vi.waitUntil(async () => (await search(canary)).engine === 'postgres', { timeout: 90_000 });
    } finally {
      engine.isFull = false;
      await indexer.stop();
    }
  });
});

describe('an engine that does not tell the truth', () => {
  it('shows nobody what was taken away or never was, and quotes what a post says now', async () => {
    const thread = await makeThread(member, { topic, title: 'A borrowed lamp', body: 'It stands in the hall.' });
    const { postId } = await makeReply(member, thread.id, { body: 'Her name is on it.' });
    const held = await makeReply(member, thread.id, { body: 'So is his.' });
    await hidePost(moderator, { id: postId, reason: 'It names somebody' });
    await holdPost(moderator, { id: held.postId, reason: 'It names somebody' });
    await bringUpToDate();
    setReady(true);
    engine.query = async () => ({
      hits: [postId, held.postId, thread.openingId, 'nowhere'].map((id) => ({
        ...{ id, threadId: thread.id, inTitle: true },
        title: [{ text: 'A stolen lamp', mark: true }],
        snippet: [{ text: 'Her name', mark: true }],
      })),
      ...{ total: 4, tookMs: 0 },
      facets: { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} },
    });
    const { hits, total, engine: by } = await search('lamp');
    expect({ by, total, ids: hits.map((hit) => hit.postId) }).toEqual({
      by: 'meilisearch',
      total: 1,
      ids: [thread.openingId],
    });
    expect(textOf(hits[0]?.titleParts)).toBe('A borrowed lamp');
    expect(textOf(hits[0]?.snippet)).toContain('It stands in the hall.');
    expect(JSON.stringify(hits)).not.toMatch(/stolen|Her name/);
  });
});

describe('drift', () => {
  it('is found and mended on both indexes', async () => {
    const thread = await makeThread(member, { topic });
    const { postId } = await makeReply(member, thread.id);
    await bringUpToDate();
    await rebuildMeilisearch(engine);
    const [document] = engine.documents.values();
    if (!document) throw new Error('Nothing is in the index');
    engine.documents.delete(postId);
    engine.documents.set('nowhere', { ...document, id: 'nowhere' });
    await db.$executeRaw`DELETE FROM search_documents WHERE id = ${thread.openingId}`;
    expect(await repairIndexes()).toBe(3);
    await relayOutbox(engine);
    expect(await verifyIndex(engine)).toEqual(AGREED);
    expect(await verifyIndex()).toEqual(AGREED);
    expect(await repairIndexes()).toBe(0);
  });

  it('npm run search speaks of both', async () => {
    await makeThread(member, { topic });
    const lines: string[] = [];
    const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
    expect(await searchCommand(['verify'], io)).toBe(1);
    expect(lines.some((line) => /^meilisearch: \d+ posts are missing/.test(line))).toBe(true);
    expect(await searchCommand(['rebuild'], io)).toBe(0);
    expect(await searchCommand(['verify'], io)).toBe(0);
    expect(await searchCommand(['apply'], io)).toBe(0);
    expect(await searchCommand(['status'], io)).toBe(0);
    expect(lines.at(-1)).toMatch(/^meili +\d+ in the index, 0 changes wait$/);
  });
});
