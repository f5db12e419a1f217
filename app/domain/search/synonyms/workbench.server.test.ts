import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';
import type { SearchSettings } from '#search/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { drainOutbox } from '../drain-outbox.server.ts';
import { parseSearchRequest } from '../schema.ts';
import {
  currentSearchSettings,
  followSearchSettings,
  loadSearchSettings,
  onSearchSettingsChange,
} from '../search-settings.server.ts';
import { searchThreads } from '../search-threads.server.ts';
import { synonymGroupSchema } from './schema.ts';
import { readSynonymChanges, replaceSynonymChanges } from './stored.server.ts';
import { actOnSynonymGroup, getSynonymGroup, listSynonymGroups, saveSynonymGroup } from './workbench.server.ts';

const administrator = await makeMember({ role: 'administrator' });

beforeEach(async () => {
  await db.setting.deleteMany({ where: { key: 'synonyms' } });
  await loadSearchSettings();
});

function input(given: Record<string, string>) {
  const fields = { direction: 'two-way', lang: 'en', to: '', caseSensitive: '', note: '', version: '' };
  return synonymGroupSchema.parse({ ...fields, ...given });
}

async function save(id: string | null, given: Record<string, string>) {
  const version = id === null ? '' : (await getSynonymGroup(administrator, id)).version;
  return saveSynonymGroup(administrator, { id, input: input({ version, ...given }) });
}

async function act(id: string, intent: 'remove' | 'put-back') {
  const { version } = await getSynonymGroup(administrator, id);
  await actOnSynonymGroup(administrator, { id, act: { intent, version } });
}

const inForce = (id: string) => currentSearchSettings().synonyms.find((group) => group.id === id);
const originOf = async (id: string) => (await getSynonymGroup(administrator, id)).origin;

describe('synonyms on the workbench', () => {
  it('are the shipped ones, the same object for every question, until somebody changes them', async () => {
    expect(currentSearchSettings()).toBe(SHIPPED_SETTINGS);
    const groups = await listSynonymGroups(administrator);
    expect(groups).toHaveLength(SHIPPED_SETTINGS.synonyms.length);
    expect(groups.every(({ origin }) => origin === 'shipped')).toBe(true);
  });

  it('are added, and search finds by them at once', async () => {
    const [word, other] = [`qa${newId()}`, `qb${newId()}`];
    const thread = await makeThread(await makeMember(), { topic: await makeTopic(), title: `About ${word}` });
    await drainOutbox();
    const find = async () =>
      (await searchThreads(GUEST, parseSearchRequest(new URLSearchParams({ q: other })))).hits.map(
        ({ threadId }) => threadId,
      );
    expect(await find()).not.toContain(thread.id);
    expect(await save(null, { terms: `${word}\r\n ${other} \n\n` })).toEqual({ kind: 'saved' });
    expect(await find()).toEqual([thread.id]);
    const [first] = await listSynonymGroups(administrator);
    expect(first).toMatchObject({ origin: 'added', group: { terms: [word, other], direction: 'two-way' } });
    await act(first!.group.id, 'remove');
    expect(await find()).not.toContain(thread.id);
    expect(currentSearchSettings()).toBe(SHIPPED_SETTINGS);
  });

  it('of the shipped are changed, left out, and put back as they were', async () => {
    expect(await save('gift', { terms: 'gift\nkeepsake\nsouvenir', note: 'More' })).toEqual({ kind: 'saved' });
    expect(inForce('gift')).toMatchObject({ terms: ['gift', 'keepsake', 'souvenir'] });
    expect(await originOf('gift')).toBe('changed');
    await act('gift', 'remove');
    expect(inForce('gift')).toBeUndefined();
    expect(await originOf('gift')).toBe('removed');
    await act('gift', 'put-back');
    expect(await originOf('gift')).toBe('shipped');
    expect(currentSearchSettings()).toBe(SHIPPED_SETTINGS);
  });

  it('typed as they were shipped are no change', async () => {
    await save('gift', { terms: 'gift\nkeepsake\nsouvenir' });
    await save('gift', { terms: 'gift\nkeepsake' });
    expect((await readSynonymChanges()).changes).toEqual({});
  });

  it('lead one way where they should', async () => {
    await save('gift', { direction: 'one-way', terms: 'G\nkeepsake', to: 'gift', caseSensitive: 'G', lang: 'en+nb' });
    expect(inForce('gift')).toEqual({
      ...{ id: 'gift', lang: 'en+nb', direction: 'one-way' },
      ...{ from: ['G', 'keepsake'], to: ['gift'], caseSensitive: ['G'] },
    });
  });

  it('with a fault are not taken', async () => {
    expect(await save('gift', { terms: 'gift' })).toMatchObject({ kind: 'refused', field: 'terms' });
    expect(await save('gift', { terms: 'gift\nkeepsake', to: 'more' })).toMatchObject({ field: 'to' });
    expect(inForce('gift')).toMatchObject({ terms: ['gift', 'keepsake'] });
  });

  it('cannot have an address that is none', async () => {
    for (const id of ['__proto__', 'constructor ', 'A/B']) {
      const attempt = saveSynonymGroup(administrator, { id, input: input({ terms: 'a b\nc d' }) });
      await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('two administrators at once', () => {
  it('lose nothing when they change different groups', async () => {
    await Promise.all([
      save('gift', { terms: 'gift\nsouvenir' }),
      save('fee', { terms: 'fee\nhonorarium' }),
      save(null, { terms: 'one word\nanother word' }),
    ]);
    expect(inForce('gift')).toMatchObject({ terms: ['gift', 'souvenir'] });
    expect(inForce('fee')).toMatchObject({ terms: ['fee', 'honorarium'] });
    expect(currentSearchSettings().synonyms).toHaveLength(SHIPPED_SETTINGS.synonyms.length + 1);
  });

  it('in the same group: the later sees what the earlier wrote, and may put theirs over it knowingly', async () => {
    const { version } = await getSynonymGroup(administrator, 'gift');
    await save('gift', { terms: 'gift\nsouvenir' });
    const mine = { terms: 'gift\nmemento', version };
    const stale = await saveSynonymGroup(administrator, { id: 'gift', input: input(mine) });
    expect(stale).toMatchObject({ kind: 'stale', theirs: { terms: ['gift', 'souvenir'] } });
    expect(inForce('gift')).toMatchObject({ terms: ['gift', 'souvenir'] });
    const again = { ...mine, version: stale.kind === 'stale' ? stale.version : '' };
    expect(await saveSynonymGroup(administrator, { id: 'gift', input: input(again) })).toEqual({ kind: 'saved' });
    expect(inForce('gift')).toMatchObject({ terms: ['gift', 'memento'] });
    const old = { intent: 'remove', version } as const;
    await expect(actOnSynonymGroup(administrator, { id: 'gift', act: old })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('the write that came too late does nothing', async () => {
    const before = await readSynonymChanges();
    expect(await replaceSynonymChanges(before.stored, { gift: null })).toBe(true);
    expect(await replaceSynonymChanges(before.stored, { fee: null })).toBe(false);
    const now = await readSynonymChanges();
    expect(await replaceSynonymChanges({ fee: null }, { client: null })).toBe(false);
    expect(now.changes).toEqual({ gift: null });
  });
});

it('are for administrators alone', async () => {
  for (const role of ['member', 'moderator'] as const) {
    const member = await makeMember({ role });
    const attempts = [
      () => listSynonymGroups(member),
      () => getSynonymGroup(member, 'gift'),
      () => saveSynonymGroup(member, { id: null, input: input({ terms: 'a b\nc d' }) }),
      () => actOnSynonymGroup(member, { id: 'gift', act: { intent: 'remove', version: '' } }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' });
  }
});

describe('a process that follows them', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  it('hears of what another has changed, and tells those who asked', async () => {
    const told: SearchSettings[] = [];
    const unsubscribe = onSearchSettingsChange((settings) => told.push(settings));
    ({ stop } = await followSearchSettings());
    const { stored } = await readSynonymChanges();
    // Written as another process would: nothing here puts it in force but the notice, or the next look.
    await replaceSynonymChanges(stored, { gift: null });
    await vi.waitFor(() => expect(inForce('gift')).toBeUndefined(), { timeout: 90_000 });
    expect(told).toEqual([currentSearchSettings()]);
    unsubscribe();
  });
});
