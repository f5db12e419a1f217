import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeQuery } from '../testing/documents.ts';
import { requestsTo, startFakedEngine, type FakeMeilisearch } from '../testing/faked-engine.ts';
import type { MeilisearchEngine } from './engine.ts';
import { INDEX_SETTINGS } from './index-settings.ts';

let fake: FakeMeilisearch;
let engine: MeilisearchEngine;

beforeEach(async () => {
  ({ fake, engine } = await startFakedEngine());
});
afterEach(() => fake.stop());

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
    expect(requestsTo(fake)).toEqual(['GET /indexes/posts/settings/synonyms']);
    await engine.apply({ synonyms: [{ ...group, terms: ['shrink', 'therapist'] }] });
    expect(fake.asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      shrink: ['therapist'],
      therapist: ['shrink'],
    });
  });
});

/** A server that knows nothing of keys, with five documents and these settings. */
function withoutKeys(settings: () => unknown): Parameters<typeof fake.answerBy>[0] {
  return ({ path, method }) => {
    if (path.startsWith('/keys')) return { status: 401, body: { code: 'missing_authorization_header' } };
    if (path.endsWith('/stats')) return { body: { numberOfDocuments: 5 } };
    return method === 'GET' && path.endsWith('/settings') ? { body: settings() } : undefined;
  };
}
