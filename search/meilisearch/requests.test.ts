import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineUnavailable } from '../engine-unavailable.ts';
import { makeDocument, makeQuery } from '../testing/documents.ts';
import { startFakeMeilisearch } from '../testing/fake-meilisearch.ts';
import { createMeilisearchEngine, type MeilisearchEngine } from './engine.ts';
import { INDEX_SETTINGS } from './index-settings.ts';

let fake: Awaited<ReturnType<typeof startFakeMeilisearch>>;
let engine: MeilisearchEngine;

beforeEach(async () => {
  fake = await startFakeMeilisearch();
  engine = createMeilisearchEngine({ host: fake.host, apiKey: 'given', settings: { synonyms: [] } });
});
afterEach(() => fake.stop());

type Query = Record<string, unknown> & { q: string; filter?: string[] };
/** The searches of the last request for what holds all words: those that count, or those for openings, which are asked side by side. */
const searches = (counting = true): Query[] =>
  fake.asked
    .map(({ body }) => (body as { queries?: Query[] } | undefined)?.queries ?? [])
    .findLast(([first]) => first?.['matchingStrategy'] === 'all' && 'facets' in first === counting) ?? [];
const requests = () => fake.asked.map(({ method, path }) => `${method} ${path}`);

describe('a query', () => {
  it('is asked as the server documents it', async () => {
    await engine.query(makeQuery('gifts', { page: 2, limit: 20 }));
    expect(requests()).toContain('POST /multi-search');
    expect(searches()[0]).toEqual({
      indexUid: 'posts',
      q: 'gift',
      filter: [],
      matchingStrategy: 'all',
      distinct: 'threadId',
      sort: [],
      attributesToRetrieve: expect.arrayContaining(['id', 'threadId', 'title', 'body']),
      facets: ['topics', 'perspective', 'kind', 'language', 'answered'],
      limit: 40,
    });
  });

  it.each([
    ['that are all there are, nothing is counted', { hits: 39, documents: 39 }, { counts: 0, total: 39 }],
    ['of more, the threads are counted apart', { hits: 40, documents: 1_000 }, { counts: 1, total: 123 }],
    ['of very many, the documents count', { hits: 40, documents: 1_001 }, { counts: 0, total: 200 }],
  ])('beside its first hits, %s', async (_, { hits, documents }, { counts, total }) => {
    const found = Array.from({ length: hits }, (_, at) => ({ ...makeDocument({ id: `${at}`, threadId: `${at}` }) }));
    const asked: Query[] = [];
    fake.answerBy(({ body, path }) => {
      if (path !== '/multi-search') return undefined;
      const { queries } = body as { queries: Query[] };
      const isCounting = ({ hitsPerPage, distinct }: Query) => distinct !== undefined && hitsPerPage === 0;
      asked.push(...queries.filter(isCounting));
      const results = queries.map((query) =>
        isCounting(query) ? { hits: [], totalHits: 123 } : { hits: found, estimatedTotalHits: documents },
      );
      return { body: { results } };
    });
    expect((await engine.query(makeQuery('gift'))).total).toBe(total);
    expect(asked).toHaveLength(counts);
  });

  it('whatever is still being counted when a question failed fails in silence', async () => {
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    let counted = false;
    fake.answerBy(({ path, body }) => {
      if (path !== '/multi-search') return undefined;
      const [first] = (body as { queries: Query[] }).queries;
      if (first?.['hitsPerPage'] === 0) counted = true;
      if (first?.['distinct'] === undefined || counted) return 'cut';
      const hits = Array.from({ length: 40 }, (_, at) => ({ ...makeDocument({ id: `${at}`, threadId: `${at}` }) }));
      return { body: { results: [{ hits, estimatedTotalHits: 100 }] } };
    });
    await expect(engine.query(makeQuery('zeppelin '))).rejects.toMatchObject({ reason: 'refused' });
    await vi.waitFor(() => expect(counted).toBe(true), { interval: 1, timeout: 30_000 });
    await nextTurn();
    await nextTurn();
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('is counted since several days at once, with a request for each step that finds little', async () => {
    await engine.count(makeQuery('gift hand'), [1, 2, 3]);
    const strategies = fake.asked.map(({ body }) =>
      (body as { queries: Query[] }).queries.map((query) => query['matchingStrategy']),
    );
    expect(strategies).toEqual(['all', 'frequency', 'last', 'last'].map((strategy) => [strategy, strategy, strategy]));
  });

  it('puts hostile values into a filter without ending their quotation marks', async () => {
    const hostile = String.raw`a' OR id EXISTS OR kind = '\'`;
    const filters = { topic: [hostile], sinceDay: 20, answered: [true] };
    await engine.query(makeQuery('gift', { filters, without: { posts: ['p'], threads: ['t'] } }));
    expect(searches()[0]?.filter).toEqual([
      [
        String.raw`topics IN ['a\' OR id EXISTS OR kind = \'\\\'']`,
        'answered = true',
        'createdDay >= 20',
        "NOT id IN ['p']",
        "NOT threadId IN ['t']",
      ].join(' AND '),
    ]);
  });

  it('counts a facet that is filtered by without its own filter, and asks for openings apart', async () => {
    await engine.query(makeQuery('gift', { filters: { topic: ['money'], kind: ['guide'] } }));
    expect(searches().map(({ filter, facets }) => [filter, facets])).toEqual([
      [["topics IN ['money'] AND kind IN ['guide']"], ['perspective', 'language', 'answered']],
      [["kind IN ['guide']"], ['topics']],
      [["topics IN ['money']"], ['kind']],
    ]);
    const openings = ["topics IN ['money'] AND kind IN ['guide'] AND opening = 1"];
    expect(searches(false).map(({ filter }) => filter)).toEqual([openings, openings]);
  });

  it('asks in the languages that documents are in, all until it has looked', async () => {
    fake.answerBy(({ path, body }) => {
      if (path !== '/multi-search') return undefined;
      const counts = { facetDistribution: { language: { nb: 7 } } };
      return {
        body: { results: (body as { queries: Query[] }).queries.map(() => ({ hits: [], totalHits: 0, ...counts })) },
      };
    });
    await engine.query(makeQuery('gifts and pasienten '));
    expect(searches().map(({ q, filter }) => [q, filter])).toEqual([
      ['gift pasienten ', ['language = en']],
      ['gift pasient ', ['language = nb']],
    ]);
    await engine.query(makeQuery('gifts and pasienten '));
    expect(searches().map(({ q, filter }) => [q, filter])).toEqual([['gift pasient ', []]]);
  });

  it('inside a thread asks for posts, by their bodies alone', async () => {
    await engine.query(makeQuery('gift', { threadId: 'one' }));
    const [asked] = searches();
    expect(asked).toMatchObject({ filter: ["threadId = 'one'"], attributesToSearchOn: ['bodyForms', 'bodyWords'] });
    expect(asked).not.toHaveProperty('distinct');
  });

  it('says what is excluded first, in the letters it was typed in, and quotes nothing but phrases', async () => {
    await engine.query(makeQuery('"boundary crossing" texts -"last session" -gifts'));
    expect(searches()[0]?.q).toBe('-"lastzq sessionzq" -"giftszq" "boundaryzq crossingzq" text ');
  });

  it('of more than ten words asks for those that tell the most', async () => {
    const rare = new Set(['raven', 'rav', 'glov']);
    fake.answerBy(({ path, body }) => {
      if (path !== '/multi-search') return undefined;
      const results = (body as { queries: Query[] }).queries.map(({ q }) => ({
        hits: [],
        totalHits: 0,
        facetDistribution: { opening: { 1: q === '' ? 10_000 : rare.has(q.trim()) ? 2 : 500 } },
      }));
      return { body: { results } };
    });
    const common = 'north south east west hill lake wood sand rain snow frost';
    await engine.query(makeQuery(`the raven and ${common} with a glove `));
    const asked = fake.asked
      .map(({ body }) => body as { queries: Query[] })
      .find(({ queries }) => queries[0]?.q.includes(' '));
    const words = asked?.queries[0]?.q.trim().split(' ') ?? [];
    expect(words).toHaveLength(10);
    expect(words).toContain('raven');
    expect(words).toContain('glov');
  });

  it.each(['', '   ', '-only', '!?'])('%j is answered without asking', async (text) => {
    expect(await engine.query(makeQuery(text))).toMatchObject({ hits: [], total: 0 });
    expect(fake.asked).toEqual([]);
  });
});

describe('writing', () => {
  it('puts documents in line at once, and waits for them when asked to', async () => {
    const written = await engine.upsert([makeDocument({ id: 'a', body: 'My sessions\ud800' })]);
    expect(requests()).toEqual(['POST /indexes/posts/documents?primaryKey=id']);
    expect(fake.asked[0]?.body).toMatchObject([{ id: 'a', bodyForms: 'my session', bodyWords: 'myzq sessionszq' }]);
    expect(JSON.stringify(fake.asked[0]?.body)).not.toMatch(/author|persona|penName|alias/i);
    await written.settled();
    await written.settled();
    expect(requests().filter((request) => request === 'GET /tasks/1')).toHaveLength(1);
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
    expect(requests().filter((request) => !request.startsWith('GET'))).toEqual([
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
    expect(requests()).not.toContain('POST /swap-indexes');
    expect(requests().at(-2)).toBe('DELETE /indexes/posts-rebuild');
  });
});

describe('getting ready', () => {
  const noKeys = { body: { results: [], offset: 0, limit: 100, total: 0 } };

  it('makes three keys that may do no more than they must, for our two indexes, and uses them', async () => {
    const made: Record<string, unknown>[] = [];
    fake.answerBy(({ method, path, body }) => {
      if (method === 'GET' && path.startsWith('/keys')) return noKeys;
      if (path !== '/keys') return undefined;
      made.push(body as Record<string, unknown>);
      return { status: 201, body: { key: `key-${made.length}` } };
    });
    expect(await engine.prepare()).toMatchObject({ version: '1.50.0', ownKeys: true, needsRebuild: true });
    expect(made.map(({ name, actions, indexes, expiresAt }) => ({ name, actions, indexes, expiresAt }))).toEqual([
      {
        name: 'forum posts search',
        actions: ['search', 'stats.get'],
        indexes: ['posts', 'posts-rebuild'],
        expiresAt: null,
      },
      expect.objectContaining({ name: 'forum posts indexing', indexes: ['posts', 'posts-rebuild'] }),
      {
        name: 'forum posts settings',
        actions: ['settings.get', 'settings.update', 'tasks.get'],
        indexes: ['posts', 'posts-rebuild'],
        expiresAt: null,
      },
    ]);
    await engine.query(makeQuery('gift'));
    await engine.remove(['a']);
    expect(fake.asked.find(({ path }) => path === '/multi-search')?.key).toBe('key-1');
    expect(fake.asked.find(({ path }) => path.endsWith('/delete-batch'))?.key).toBe('key-2');
  });

  it('finds its keys again, and makes one anew that may do something else', async () => {
    const indexes = ['posts', 'posts-rebuild'];
    const search = { name: 'forum posts search', actions: ['stats.get', 'search'], indexes, key: 's', expiresAt: null };
    const settings = { name: 'forum posts settings', uid: 'u', actions: ['*'], indexes, key: 'x', expiresAt: null };
    fake.answerBy(({ method, path }) => {
      if (method === 'GET' && path.startsWith('/keys')) return { body: { results: [search, settings], total: 2 } };
      if (path === '/keys') return { status: 201, body: { key: 'new' } };
      return method === 'DELETE' && path.startsWith('/keys') ? { status: 204, body: '' } : undefined;
    });
    await engine.prepare();
    const changes = fake.asked.filter(({ method, path }) => method !== 'GET' && path.startsWith('/keys'));
    expect(changes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /keys',
      'DELETE /keys/u',
      'POST /keys',
    ]);
  });

  it('uses the given key for everything when that may make no others', async () => {
    fake.answerBy(({ path }) =>
      path.startsWith('/keys') ? { status: 403, body: { code: 'invalid_api_key' } } : undefined,
    );
    expect(await engine.prepare()).toMatchObject({ ownKeys: false });
    expect(new Set(fake.asked.map(({ key }) => key))).toEqual(new Set(['given']));
  });

  it.each(['1.35.1', '0.30.0', '2.0.0'])('refuses version %s in one clear line', async (pkgVersion) => {
    fake.answerBy(({ path }) => (path === '/version' ? { body: { pkgVersion } } : undefined));
    await expect(engine.prepare()).rejects.toMatchObject({
      reason: 'version',
      message: `Meilisearch ${pkgVersion} cannot be used: the forum needs 1.36 or newer, below 2.0`,
    });
  });

  it('asks for a rebuild when the index was made for another way of finding, and not when it is as it should be', async () => {
    let settings: unknown = { ...INDEX_SETTINGS, synonyms: {} };
    fake.answerBy(({ path, method }) => {
      if (path.endsWith('/stats')) return { body: { numberOfDocuments: 5 } };
      return method === 'GET' && path.endsWith('/settings') ? { body: settings } : undefined;
    });
    fake.answerBy(withoutKeys(() => settings));
    expect(await engine.prepare()).toMatchObject({ needsRebuild: false });
    settings = { ...INDEX_SETTINGS, displayedAttributes: ['*'] };
    expect(await engine.prepare()).toMatchObject({ needsRebuild: true });
  });

  it('puts synonyms in force only where they are others', async () => {
    const there = { counsellor: ['counselor'], counselor: ['counsellor'] };
    fake.answerBy(({ path, method }) => (method === 'GET' && path.endsWith('/synonyms') ? { body: there } : undefined));
    const group = { id: 'c', lang: 'en' as const, direction: 'two-way' as const };
    await engine.apply({ synonyms: [{ ...group, terms: ['counsellor', 'counselor'] }] });
    expect(requests()).toEqual(['GET /indexes/posts/settings/synonyms']);
    await engine.apply({ synonyms: [{ ...group, terms: ['shrink', 'therapist'] }] });
    expect(fake.asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      shrink: ['therapist'],
      therapist: ['shrink'],
    });
  });
});

function withoutKeys(settings: () => unknown): Parameters<typeof fake.answerBy>[0] {
  return ({ path, method }) => {
    if (path.startsWith('/keys')) return { status: 401, body: { code: 'missing_authorization_header' } };
    if (path.endsWith('/stats')) return { body: { numberOfDocuments: 5 } };
    return method === 'GET' && path.endsWith('/settings') ? { body: settings() } : undefined;
  };
}

describe('trouble', () => {
  const SECRET = 'my secret words';

  async function trouble(ask: () => Promise<unknown>): Promise<EngineUnavailable> {
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EngineUnavailable);
    return error as EngineUnavailable;
  }

  const html = '<html>Bad gateway: my secret words</html>';
  const refusal = (code: string) => ({ message: SECRET, code, type: 'invalid_request', link: '' });
  it.each([
    ['busy', { status: 503, headers: { 'Retry-After': '10' }, body: refusal('too_many_search_requests') }],
    ['denied', { status: 401, body: refusal('missing_authorization_header') }],
    ['denied', { status: 403, body: refusal('invalid_api_key') }],
    ['missing', { status: 404, body: refusal('index_not_found') }],
    ['failed', { status: 400, body: refusal('invalid_search_filter') }],
    ['failed', { status: 500, body: refusal(SECRET) }],
    ['rubbish', { status: 502, body: html }],
    ['rubbish', { body: html }],
    ['rubbish', { body: {} }],
    ['rubbish', { body: { results: [] } }],
    ['rubbish', { body: { results: [{ hits: 'none' }] } }],
    ['rubbish', { body: '' }],
    ['refused', 'cut'],
  ] as const)('is %s: %j', async (reason, answer) => {
    fake.answerBy(() => answer);
    const error = await trouble(() => engine.query(makeQuery(SECRET)));
    expect(error.reason).toBe(reason);
    expect(`${error.message} ${error.stack ?? ''}`).not.toContain('secret');
    expect(error.cause).toBeUndefined();
    if (reason === 'busy') expect(error.retryAfterMs).toBe(10_000);
  });

  it('is a time-out when nothing comes back, for one question as long as its asker gives it', async () => {
    fake.answerBy(() => 'silence');
    for (const ask of [
      () => engine.within(30).query(makeQuery(SECRET)),
      () => engine.within(30).suggest(SECRET, 5),
      () => engine.within(30).similar({ text: SECRET }, 5),
      () => engine.within(30).health(),
    ]) {
      expect((await trouble(ask)).reason).toBe('timeout');
    }
  });

  it('is refused where nobody listens', async () => {
    const gone = createMeilisearchEngine({ host: 'http://127.0.0.1:1', apiKey: '', settings: { synonyms: [] } });
    expect((await trouble(() => gone.query(makeQuery(SECRET)))).reason).toBe('refused');
    expect((await trouble(() => gone.health())).reason).toBe('refused');
    expect((await trouble(() => gone.prepare())).reason).toBe('refused');
    expect((await trouble(() => gone.upsert([makeDocument()]))).reason).toBe('refused');
  });

  it('is rubbish when something else answers', async () => {
    fake.answerBy(() => ({ body: { hello: 'world' } }));
    expect((await trouble(() => engine.prepare())).reason).toBe('rubbish');
    expect((await trouble(() => engine.remove(['a']))).reason).toBe('rubbish');
    expect((await trouble(() => engine.health())).reason).toBe('rubbish');
    expect((await trouble(async () => engine.list()[Symbol.asyncIterator]().next())).reason).toBe('rubbish');
  });
});

async function* oneDocument() {
  yield { range: { after: null, upTo: null }, documents: [makeDocument()] };
}
