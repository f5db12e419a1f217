import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDocument } from '../testing/documents.ts';
import { requestsTo, startFakedEngine, type FakeMeilisearch } from '../testing/faked-engine.ts';
import type { MeilisearchEngine } from './engine.ts';

let fake: FakeMeilisearch;
let engine: MeilisearchEngine;

beforeEach(async () => {
  ({ fake, engine } = await startFakedEngine());
});
afterEach(() => fake.stop());

describe('writing', () => {
  it('puts documents in line at once, and waits for them when asked to', async () => {
    const written = await engine.upsert([makeDocument({ id: 'a', body: 'My sessions\ud800' })]);
    expect(requestsTo(fake)).toEqual(['POST /indexes/posts/documents?primaryKey=id']);
    expect(fake.asked[0]?.body).toMatchObject([{ id: 'a', bodyForms: 'my session', bodyWords: 'myzq sessionszq' }]);
    expect(JSON.stringify(fake.asked[0]?.body)).not.toMatch(/author|persona|penName|alias/i);
    await written.settled();
    await written.settled();
    expect(requestsTo(fake).filter((request) => request === 'GET /tasks/1')).toHaveLength(1);
  });

  it('fetches only the documents that say something else of their thread, and changes only the facts in them', async () => {
    let fetched = 0;
    fake.answerBy(({ path }) => {
      if (!path.endsWith('/documents/fetch')) return undefined;
      fetched += 1;
      return { body: { results: fetched === 1 ? [{ id: 'old', threadId: "it's" }] : [], total: 1 } };
    });
    const facts = { lastActivityDay: 7, replyCountBucket: 1, answered: true };
    await (await engine.upsert([makeDocument({ id: 'a', threadId: "it's", ...facts })])).settled();
    const fetches = fake.asked.filter(({ path }) => path.endsWith('/documents/fetch')).map(({ body }) => body);
    expect(fetches[0]).toMatchObject({
      filter: String.raw`(threadId = 'it\'s' AND (lastActivityDay != 7 OR replyCountBucket != 1 OR answered != true))`,
      fields: ['id', 'threadId'],
    });
    const change = fake.asked.find(({ method }) => method === 'PUT');
    expect(change?.path).toBe('/indexes/posts/documents?primaryKey=id&skipCreation=true');
    expect(change?.body).toEqual([{ id: 'old', ...facts }]);
  });

  it('leaves the facts to the last of two writes, whichever is waited for first', async () => {
    const first = await engine.upsert([makeDocument({ id: 'a', threadId: 'one', lastActivityDay: 1 })]);
    const second = await engine.upsert([makeDocument({ id: 'b', threadId: 'one', lastActivityDay: 2 })]);
    await second.settled();
    await first.settled();
    const fetches = fake.asked.filter(({ path }) => path.endsWith('/documents/fetch'));
    expect(fetches).toHaveLength(1);
    expect(JSON.stringify(fetches[0]?.body)).toContain('lastActivityDay != 2');
  });

  it('removes by ids alone', async () => {
    await (await engine.remove(['a', 'b'])).settled();
    expect(fake.asked[0]).toMatchObject({
      method: 'POST',
      path: '/indexes/posts/documents/delete-batch',
      body: ['a', 'b'],
    });
  });

  it('says so when the server took a write back', async () => {
    fake.answerBy(({ path }) =>
      path === '/tasks/1'
        ? { body: { status: 'failed', type: 'x', error: { code: 'internal', message: 'my secret words' } } }
        : undefined,
    );
    const written = await engine.upsert([makeDocument()]);
    await expect(written.settled()).rejects.toThrow(/^Meilisearch: x failed \(internal\)$/);
  });

  it('compacts, and deletes the history of our indexes alone', async () => {
    await engine.compact();
    await engine.pruneTasks();
    expect(requestsTo(fake).filter((request) => !request.startsWith('GET'))).toEqual([
      'POST /indexes/posts/compact',
      'DELETE /tasks?indexUids=posts%2Cposts-rebuild&statuses=succeeded%2Cfailed%2Ccanceled',
    ]);
  });

  it('swaps a full index for the old one, and deletes what is left over first and last', async () => {
    fake.answerBy(({ path }) => (path.endsWith('/stats') ? { body: { numberOfDocuments: 1 } } : undefined));
    await engine.rebuild(oneDocument());
    const asked = fake.asked.filter(({ path, method }) => method !== 'GET' && !path.startsWith('/tasks'));
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /indexes/posts-rebuild',
      'POST /indexes',
      'PATCH /indexes/posts-rebuild/settings',
      'POST /indexes/posts-rebuild/documents?primaryKey=id',
      'POST /swap-indexes',
      'DELETE /indexes/posts-rebuild',
    ]);
    expect(asked[4]?.body).toEqual([{ indexes: ['posts', 'posts-rebuild'], rename: false }]);
  });

  it('an index that lacks documents never takes the place of the old one', async () => {
    await expect(engine.rebuild(oneDocument())).rejects.toThrow('holds 0 of 1');
    expect(requestsTo(fake)).not.toContain('POST /swap-indexes');
    expect(requestsTo(fake).at(-2)).toBe('DELETE /indexes/posts-rebuild');
  });
});

async function* oneDocument() {
  yield { range: { after: null, upTo: null }, documents: [makeDocument()] };
}
