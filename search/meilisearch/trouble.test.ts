import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineUnavailable } from '../engine-unavailable.ts';
import { makeDocument, makeQuery } from '../testing/documents.ts';
import { startFakedEngine, type FakeMeilisearch } from '../testing/faked-engine.ts';
import { createMeilisearchEngine, type MeilisearchEngine } from './engine.ts';

let fake: FakeMeilisearch;
let engine: MeilisearchEngine;

beforeEach(async () => {
  ({ fake, engine } = await startFakedEngine());
});
afterEach(() => fake.stop());

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
