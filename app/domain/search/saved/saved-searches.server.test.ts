import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { wordsHeld } from '#prisma/testing/logical-dump.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { readAllVaults } from '../../identity/vault.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { hidePost, restorePost } from '../../moderation/hide-post.server.ts';
import { drainOutbox } from '../drain-outbox.server.ts';
import { markSearchesRead, readSearchNews, SEARCHES_A_LOOK } from './news.server.ts';
import { listSavedSearches, removeSearch, renameSearch, saveSearch } from './saved-searches.server.ts';
import { SAVED_LIMITS } from './vault.ts';
import { MOST_NEWS } from './views.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 12, 15);
const at = (days: number): void => setClock(() => START + days * DAY);

beforeEach(() => at(0));
afterEach(() => setClock());

const topic = await makeTopic();
const writer = await makeMember();
const word = () => `zq${newId()}`;

async function publish(title: string, given: Record<string, unknown> = {}) {
  const thread = await makeThread(again(writer), { topic, title, ...given });
  await drainOutbox();
  return thread;
}

async function newsOf(member: Member, page = 1) {
  return readSearchNews(again(member), { page, language: 'en' });
}

async function hitsOf(member: Member) {
  return (await newsOf(member)).searches.map(({ hits }) => hits.map(({ title }) => title));
}

async function markAll(member: Member) {
  const { searches } = await newsOf(member);
  await markSearchesRead(again(member), searches.map(({ marks }) => marks).join(';'));
}

const save = (member: Member, query: string, name: string | null = null) => saveSearch(again(member), { query, name });

describe('a saved search', () => {
  it('is kept with its filters, without its page, and once only, in whatever order its parameters stand', async () => {
    const member = await makeMember();
    await save(member, `q=late+fee&topic=${topic}&answered=no&page=3&utm=x`);
    const again = await save(member, `answered=no&topic=${topic}&q=late+fee&kind=&page=2`, 'Fees');
    expect(again.kind).toBe('saved');
    const [search, ...more] = await listSavedSearches(member);
    expect(more).toEqual([]);
    expect(search).toMatchObject({
      name: 'Fees',
      request: { q: 'late fee', topic: [topic], answered: ['no'], kind: [], page: 1 },
    });
  });

  it('is renamed and removed, the newest first', async () => {
    const member = await makeMember();
    for (const q of ['one', 'two', 'three']) await save(member, `q=${q}`, q);
    const [three, two] = await listSavedSearches(member);
    await renameSearch(again(member), { id: two!.id, name: 'Another name' });
    await removeSearch(again(member), three!.id);
    expect((await listSavedSearches(again(member))).map(({ name }) => name)).toEqual(['Another name', 'one']);
    await renameSearch(again(member), { id: two!.id, name: null });
    expect((await listSavedSearches(again(member)))[0]).toMatchObject({ name: null, request: { q: 'two' } });
  });

  it.each(['q=', 'topic=fees', 'q=%21%21', 'q=a&sort=none', 'q=-gift'])('is not made of %s', async (query) => {
    await expect(save(await makeMember(), query)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('has company up to a limit', async () => {
    const member = await makeMember();
    for (let index = 0; index < SAVED_LIMITS.searches; index += 1) await save(member, `q=word${index}`);
    expect(await save(member, 'q=more')).toMatchObject({ kind: 'refused', fault: 'faults.searchesMany' });
    expect(await listSavedSearches(member)).toHaveLength(SAVED_LIMITS.searches);
    expect((await save(member, 'q=word0', 'Named')).kind).toBe('saved');
  });

  it('of several devices at once are all kept', async () => {
    const member = await makeMember();
    const words = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(words.map((q) => save(member, `q=${q}`)));
    const kept = (await listSavedSearches(member)).map(({ request }) => request.q);
    expect(kept.sort()).toEqual([...words].sort());
  });

  it('stands nowhere in the database in words, and goes along with an export', async () => {
    const [member, q, name] = [await makeMember(), word(), word()];
    await save(member, `q=${q}`, name);
    expect(await wordsHeld([q, name])).toEqual([]);
    expect(JSON.stringify(await readAllVaults(again(member)))).toContain(q);
  });
});

describe('the news of a saved search', () => {
  it('are what was written since it was saved, until they are marked as read', async () => {
    const [member, q] = [await makeMember(), word()];
    await publish(`Old ${q}`);
    await save(member, `q=${q}`);
    expect(await hitsOf(member)).toEqual([[]]);
    await publish(`First ${q}`);
    at(1);
    await publish(`Second ${q}`);
    expect(await hitsOf(member)).toEqual([[`Second ${q}`, `First ${q}`]]);
    await markAll(member);
    expect(await hitsOf(member)).toEqual([[]]);
    await publish(`Third ${q}`);
    expect(await hitsOf(member)).toEqual([[`Third ${q}`]]);
  });

  it('keep what came between the look and the mark', async () => {
    const [member, q] = [await makeMember(), word()];
    await save(member, `q=${q}`);
    await publish(`Shown ${q}`);
    const { searches } = await newsOf(member);
    await publish(`Meanwhile ${q}`);
    await markSearchesRead(again(member), searches[0]!.marks);
    expect(await hitsOf(member)).toEqual([[`Meanwhile ${q}`]]);
  });

  it('wait however long nobody looks, and old ones do not come back', async () => {
    const [member, q] = [await makeMember(), word()];
    await save(member, `q=${q}`);
    await publish(`Early ${q}`);
    at(100);
    expect(await hitsOf(member)).toEqual([[`Early ${q}`]]);
    await markAll(member);
    at(200);
    await markAll(member);
    expect(await hitsOf(member)).toEqual([[]]);
  });

  it('are another post in the same thread too', async () => {
    const [member, q] = [await makeMember(), word()];
    const thread = await publish('A thread about something else');
    await save(member, `q=${q}`);
    await makeReply(await makeMember(), thread.id, { body: `Here is ${q}.` });
    await drainOutbox();
    const { searches } = await newsOf(member);
    expect(searches[0]?.hits).toMatchObject([{ threadId: thread.id, postNumber: 2 }]);
  });

  it('are neither one’s own posts nor what is hidden', async () => {
    const [member, q] = [await makeMember(), word()];
    await save(member, `q=${q}`);
    await makeThread(again(member), { topic, title: `Mine ${q}` });
    await makeThread(again(member), { topic, title: `Mine by name ${q}`, as: 'pen-name' });
    const hidden = await publish(`Hidden ${q}`);
    const moderator = await makeMember({ role: 'moderator' });
    await hidePost(moderator, { id: hidden.openingId, reason: 'Advertising' });
    expect(await hitsOf(member)).toEqual([[]]);
    at(3);
    await restorePost(moderator, { id: hidden.openingId, reason: 'A mistake' });
    await drainOutbox();
    expect(await hitsOf(member)).toEqual([[`Hidden ${q}`]]);
  });

  it('have all the words, and no longer ones that only begin so', async () => {
    const [member, one, two] = [await makeMember(), word(), word()];
    await save(member, `q=${one}+${two}`);
    await publish(`Only ${one}`);
    await publish(`Both ${one} and ${two}abc`);
    expect(await hitsOf(member)).toEqual([[]]);
    await publish(`Both ${two} and ${one}`);
    expect(await hitsOf(member)).toEqual([[`Both ${two} and ${one}`]]);
  });

  it('keep to the filters', async () => {
    const [member, q, other] = [await makeMember(), word(), await makeTopic()];
    await save(member, `q=${q}&topic=${other}&since=7d`);
    await publish(`Elsewhere ${q}`);
    await publish(`There ${q}`, { topic: other });
    expect(await hitsOf(member)).toEqual([[`There ${q}`]]);
    at(8);
    expect(await hitsOf(member)).toEqual([[]]);
  });

  it('are looked for in so many searches at a time', async () => {
    const member = await makeMember();
    for (let index = 0; index <= SEARCHES_A_LOOK; index += 1) await save(member, `q=word${index}`);
    const first = await newsOf(member);
    expect(first).toMatchObject({ page: 1, pages: 2 });
    expect(first.searches).toHaveLength(SEARCHES_A_LOOK);
    const second = await newsOf(member, 9);
    expect(second.searches.map(({ request }) => request.q)).toEqual(['word0']);
    expect(second.page).toBe(2);
  });

  it('take no harm from marks that are none', async () => {
    const [member, q] = [await makeMember(), word()];
    await save(member, `q=${q}`);
    await publish(`New ${q}`);
    const [{ id } = { id: '' }] = await listSavedSearches(member);
    for (const marks of [
      '',
      ';;',
      'x',
      `${id}:`,
      `${id}:__proto__.1`,
      `${id}:aaaaaaaaaaaa.0`,
      `${newId()}:${newId()}.1`,
    ]) {
      await markSearchesRead(again(member), marks);
    }
    expect(await hitsOf(member)).toEqual([[`New ${q}`]]);
  });

  it('are counted up to a limit', () => expect(MOST_NEWS).toBe(50));
});
