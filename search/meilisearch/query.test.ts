import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDocument, makeQuery } from '../testing/documents.ts';
import { requestsTo, startFakedEngine, type FakeMeilisearch } from '../testing/faked-engine.ts';
import type { MeilisearchEngine } from './engine.ts';

let fake: FakeMeilisearch;
let engine: MeilisearchEngine;

beforeEach(async () => {
  ({ fake, engine } = await startFakedEngine());
});
afterEach(() => fake.stop());

type Query = Record<string, unknown> & { q: string; filter?: string[] };
/** What is asked for: hits, the openings beside them, or how many more there are. */
const KINDS = {
  hits: (query: Query) => ('distinct' in query || 'page' in query) && !('facets' in query),
  openings: (query: Query) => !('distinct' in query) && query.filter?.[0]?.includes('opening = 1') === true,
  counts: (query: Query) => 'matchingStrategy' in query && 'facets' in query,
};
/** The searches of the last request of this kind for what holds all words. */
const searches = (kind: keyof typeof KINDS = 'hits'): Query[] =>
  fake.asked
    .map(({ body }) => (body as { queries?: Query[] } | undefined)?.queries ?? [])
    .findLast(([first]) => first?.['matchingStrategy'] === 'all' && KINDS[kind](first)) ?? [];
/** Documents, and the values that they are counted by, as the server gives them. */
const foundDocuments = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...makeDocument({ id: `${at}`, threadId: `${at}` }),
    topics: ['money', at % 2 === 0 ? 'gifts' : 'fees'],
    kind: 'dilemma',
    answered: at === 0,
  }));

describe('a query', () => {
  it('is asked as the server documents it', async () => {
    await engine.query(makeQuery('gifts', { page: 2, limit: 20 }));
    expect(requestsTo(fake)).toContain('POST /multi-search');
    expect(searches()[0]).toEqual({
      indexUid: 'posts',
      q: 'gift',
      filter: [],
      matchingStrategy: 'all',
      distinct: 'threadId',
      sort: [],
      attributesToRetrieve: expect.arrayContaining(['id', 'threadId', 'title', 'body', 'topics', 'answered']),
      limit: 40,
    });
  });

  const FACETS = ['topics', 'perspective', 'kind', 'language', 'answered'];
  const THREADS = { page: 1, hitsPerPage: 0, distinct: 'threadId', facets: FACETS };
  it.each([
    ['that are all there are, they count themselves', { hits: 39, documents: 39 }, { counts: [], total: 39, fees: 19 }],
    ['of more, the threads are counted', { hits: 40, documents: 1_000 }, { counts: [THREADS], total: 123, fees: 7 }],
    [
      'of very many, the documents',
      { hits: 40, documents: 1_001 },
      { counts: [{ limit: 0, facets: FACETS }], total: 200, fees: 7 },
    ],
  ])('of hits %s', async (_, { hits, documents }, { counts, total, fees }) => {
    fake.answerBy(({ body, path }) => {
      if (path !== '/multi-search') return undefined;
      const counted = { hits: [], totalHits: 123, facetDistribution: { topics: { fees: 7 } } };
      const found = { hits: foundDocuments(hits), estimatedTotalHits: documents };
      const { queries } = body as { queries: Query[] };
      return { body: { results: queries.map((query) => (KINDS.counts(query) ? counted : found)) } };
    });
    const { facets, ...result } = await engine.query(makeQuery('gift'));
    expect(result.total).toBe(total);
    expect(facets.topic['fees']).toBe(fees);
    const asked = fake.asked.flatMap(({ body }) => (body as { queries?: Query[] } | undefined)?.queries ?? []);
    expect(asked.filter(KINDS.counts)).toEqual(counts.map((count) => expect.objectContaining(count) as unknown));
  });

  it('of hits that are all there are every value is counted', async () => {
    fake.answerBy(({ body, path }) => {
      if (path !== '/multi-search') return undefined;
      const { queries } = body as { queries: Query[] };
      return { body: { results: queries.map((query) => ({ hits: KINDS.hits(query) ? foundDocuments(3) : [] })) } };
    });
    expect((await engine.query(makeQuery('gift', { filters: { kind: ['dilemma'] } }))).facets).toMatchObject({
      topic: { money: 3, gifts: 2, fees: 1 },
      kind: { dilemma: 3 },
      language: { en: 3 },
      answered: { yes: 1, no: 2 },
    });
  });

  it('asks in one request for all that ranks hits and is none', async () => {
    await engine.query(makeQuery('gift hand '));
    const requests = fake.asked.map(({ body }) => (body as { queries?: Query[] } | undefined)?.queries ?? []);
    expect(requests.find((queries) => queries.some(KINDS.openings))?.map(({ q }) => q)).toEqual(
      expect.arrayContaining(['gift hand ', 'gift ', 'hand ']),
    );
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
      return { body: { results: [{ hits: foundDocuments(40), estimatedTotalHits: 100 }] } };
    });
    await expect(engine.query(makeQuery('zeppelin '))).rejects.toMatchObject({ reason: 'refused' });
    await vi.waitFor(() => expect(counted).toBe(true), { interval: 1, timeout: 30_000 });
    await nextTurn();
    await nextTurn();
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('is counted with one question in each step that finds little, whatever it is narrowed to', async () => {
    await engine.count(makeQuery('gift hand', { filters: { topic: ['money'], kind: ['dilemma'] } }));
    const strategies = fake.asked.map(({ body }) =>
      (body as { queries: Query[] }).queries.map((query) => query['matchingStrategy']),
    );
    expect(strategies).toEqual([['all'], ['frequency'], ['last'], ['last']]);
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
    fake.answerBy(({ path, body }) => {
      if (path !== '/multi-search') return undefined;
      const found = { hits: foundDocuments(40), estimatedTotalHits: 100 };
      return { body: { results: (body as { queries: Query[] }).queries.map(() => found) } };
    });
    await engine.query(makeQuery('gift', { filters: { topic: ['money'], kind: ['guide'] } }));
    expect(searches().map(({ filter }) => filter)).toEqual([
      ["topics IN ['money'] AND kind IN ['guide']"],
      ["kind IN ['guide']"],
      ["topics IN ['money']"],
    ]);
    expect(searches('counts').map(({ facets }) => facets)).toEqual([
      ['perspective', 'language', 'answered'],
      ['topics'],
      ['kind'],
    ]);
    const openings = ["topics IN ['money'] AND kind IN ['guide'] AND opening = 1"];
    expect(searches('openings').map(({ filter }) => filter)).toEqual([openings, openings]);
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
