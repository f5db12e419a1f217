import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import type { SearchEngine } from '#search/engine.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { setReady, useEngine } from '#app/domain/search/meilisearch.server.ts';
import { listSimilarThreads } from '#app/domain/search/related-threads.server.ts';
import { searchAnswerSchema } from '../../_api/answers.ts';
import { loader as apiLoader } from '../../api.v1.search.ts';
import { loader as pageLoader } from '../../search.tsx';
import { loader as suggestLoader } from '../../search_.suggest.ts';

const ORIGIN = 'https://forum.test';
const TITLE = '<img src=x onerror=alert(1)> & a "harmonium"';

/** Texts that people and programs send to a search, none of which is a fault of theirs. */
const TEXTS: Readonly<Record<string, string>> = {
  'only words that say nothing': 'the and of',
  'only signs': '*** %_ \' " ; -- \\',
  'a quotation mark that nothing ends': '"harmonium',
  'nothing between quotation marks': '""',
  'only what is to be left out': '-harmonium -"the attic"',
  'the operators of a query language': 'harmonium & | ! <-> :* ( AND NOT OR )',
  'a filter of the engine': "harmonium\" OR id EXISTS OR title = 'x'",
  'another script': '日本語 עברית العربية ไทย',
  'letters that are put together': 'e\u0301 \u{1F469}\u200D\u{1F9D1} \u202Eharmonium',
  'nothing that can be seen': '\u200B \u00A0 \t\n',
  'halves of letters': '\uD83D harmonium \uDE00',
  'bytes that a database cannot keep': 'harm\u0000onium',
  'the marks of what was found': '\uE000harmonium\uE001 \uE000\uE000',
  'one long word': 'x'.repeat(500),
  'as many words as there may be': 'he i '.repeat(100).trim(),
  'as many rare words as there may be': Array.from({ length: 62 }, (_, at) => `word${at}x`).join(' '),
  markup: TITLE,
};

const longTexts = { 'ten thousand letters': 'x'.repeat(10_000), 'ten thousand letters of words': 'fee '.repeat(2_500) };

/** Filters and pages that there are not. */
const ADDRESSES = [
  'q=harmonium&topic=no-such-topic',
  'q=harmonium&topic=a&perspective=client&kind=guide&language=nb&answered=yes&answered=no&since=7d',
  'q=harmonium&page=200&limit=50',
  'q=harmonium&thread=aaaaaaaaaaaaaaaa&sort=discussed',
  'q=harmonium&nothing-that-there-is=1',
];
const FAULTY = [
  'page=-1',
  'page=0',
  'page=1e9',
  'perspective=nobody',
  'sort=author',
  'since=yesterday',
  'topic=%27%29',
];

type Loader = (args: LoaderFunctionArgs) => unknown;

async function ask(loader: Loader, query: string): Promise<unknown> {
  const context = makeContext(ORIGIN);
  return loader({ request: new Request(`${ORIGIN}/search?${query}`), params: {}, context });
}

async function askApi(query: string): Promise<{ status: number; body: unknown }> {
  const response = (await ask(apiLoader, query)) as Response;
  return { status: response.status, body: await response.json() };
}

const q = (text: string): string => new URLSearchParams({ q: text }).toString();

/**
 * Whatever is asked of the search, there is an answer, by the engine that is meant: none of it makes that engine fail, so that the other one had to
 * answer, and none of it is an error of the server.
 *
 * @param open gives the Meilisearch that is asked, or null: PostgreSQL alone.
 */
export function itAnswersWhateverIsAsked(open: () => Promise<MeilisearchEngine | null>): void {
  let engine: SearchEngine['name'];

  beforeAll(async () => {
    await makeThread(await makeMember(), { topic: await makeTopic(), title: TITLE, body: 'It is in the attic.' });
    useEngine(undefined);
    await drainOutbox();
    const meilisearch = await open();
    useEngine(meilisearch ?? undefined);
    engine = meilisearch?.name ?? 'postgres';
  });

  afterAll(() => useEngine(undefined));

  describe.each(Object.entries(TEXTS))('%s', (_name, text) => {
    it('is answered by the API and the page', async () => {
      setReady(true);
      const { status, body } = await askApi(q(text));
      expect(status).toBe(200);
      expect(searchAnswerSchema.parse(body)).toMatchObject({ engine });
      expect(await ask(pageLoader, q(text))).toHaveProperty('result');
    });

    it('gets suggestions and threads about the same, or none', async () => {
      setReady(true);
      expect(await ask(suggestLoader, q(text))).toBeInstanceOf(Response);
      expect(await listSimilarThreads(GUEST, text, 'en')).toBeInstanceOf(Array);
    });
  });

  it.each(Object.entries(longTexts))('%s are too many for the API, and cut short on the page', async (_name, text) => {
    setReady(true);
    expect((await askApi(q(text))).status).toBe(400);
    expect(await ask(pageLoader, q(text))).toMatchObject({ passedOver: ['q'], asked: { q: text.slice(0, 500) } });
  });

  it.each(ADDRESSES)('%s is answered', async (query) => {
    setReady(true);
    const { status, body } = await askApi(query);
    expect(status).toBe(200);
    expect(searchAnswerSchema.parse(body)).toMatchObject({ engine });
    expect(await ask(pageLoader, query)).toMatchObject({ passedOver: [], result: { isFallback: false } });
  });

  it.each(FAULTY)('%s is refused by the API, and passed over on the page', async (query) => {
    setReady(true);
    expect((await askApi(`q=harmonium&${query}`)).status).toBe(400);
    expect(await ask(pageLoader, `q=harmonium&${query}`)).toMatchObject({
      passedOver: [query.split('=')[0]],
      result: { total: 1 },
    });
  });

  it('a title that looks like markup is found, as the text that it is', async () => {
    setReady(true);
    expect(await ask(pageLoader, q('harmonium'))).toMatchObject({ result: { hits: [{ title: TITLE }] } });
  });
}
