import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { topicPath } from '#app/platform/urls.ts';
import { GUEST, type Member, type Viewer } from '../identity/viewer.ts';
import { hidePost } from '../moderation/hide-post.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { suggestSearches } from './suggest-searches.server.ts';

let member: Member;
let moderator: Member;
let topic: string;
let thread: Awaited<ReturnType<typeof makeThread>>;
/** In the title, and in the body, of this test's thread alone. */
let rare: string;
let rarer: string;

beforeAll(async () => {
  member = await makeMember();
  moderator = await makeMember({ role: 'moderator' });
});

beforeEach(async () => {
  topic = await makeTopic();
  [rare, rarer] = [`quon${newId()}`, `zuon${newId()}`];
  thread = await makeThread(member, {
    topic,
    title: `The ${rare} in the hall`,
    body: `A ${rarer} stood beside it.`,
  });
  await drainOutbox();
});

const suggest = (typed: string, viewer: Viewer = GUEST) => suggestSearches(viewer, typed, 'en');
const kinds = async (typed: string, viewer?: Viewer) => (await suggest(typed, viewer)).map(({ kind }) => kind);

async function giveSynonym(synonym: string) {
  const texts = { name: 'Out-of-session contact', description: '', synonyms: [synonym] };
  await db.topic.update({ where: { slug: topic }, data: { texts: { en: texts, nb: texts } }, select: { id: true } });
}

describe('topics', () => {
  it('are found by what else they are called, and say by what', async () => {
    await giveSynonym('OXSQ');
    expect(await suggest('oxs')).toEqual([
      { kind: 'topic', name: 'Out-of-session contact', by: 'OXSQ', url: topicPath(topic) },
    ]);
  });

  it('for staff are offered to staff alone, those out of use to nobody', async () => {
    await giveSynonym('OXST');
    await db.topic.update({ where: { slug: topic }, data: { staffOnly: true }, select: { id: true } });
    expect(await suggest('oxst')).toEqual([]);
    expect(await kinds('oxst', moderator)).toEqual(['topic']);
    await db.topic.update({ where: { slug: topic }, data: { isRetired: true }, select: { id: true } });
    expect(await suggest('oxst', moderator)).toEqual([]);
  });
});

describe('threads', () => {
  it('are offered by the title that they have now', async () => {
    await db.thread.update({ where: { id: thread.id }, data: { title: 'Another title' }, select: { id: true } });
    expect(await suggest(rare.slice(0, -2))).toContainEqual(
      expect.objectContaining({ kind: 'thread', title: 'Another title' }),
    );
  });

  it('that are hidden are not, although the index still knows them', async () => {
    await hidePost(moderator, { id: thread.openingId, reason: 'Names a person.' });
    expect(await suggest(rare.slice(0, -2))).toEqual([]);
  });
});

describe('words', () => {
  it('finish what was typed', async () => {
    expect(await suggest(`the ${rarer.slice(0, -2)}`)).toEqual([{ kind: 'words', text: `the ${rarer}` }]);
  });

  it('are not told while any change waits: one may have taken a word away', async () => {
    await makeThread(member, { topic, title: 'Not yet in the index' });
    expect(await suggest(`the ${rarer.slice(0, -2)}`)).toEqual([]);
    await drainOutbox();
    expect(await kinds(`the ${rarer.slice(0, -2)}`)).toEqual(['words']);
  });
});

it.each([
  ['nothing', ''],
  ['a letter', 'q'],
  ['signs', '%"\';-- ***'],
  ['half a character', '\ud800'],
  ['another script', '日本'],
  ['a long text', 'x'.repeat(500)],
])('%s gives an answer', async (_what, typed) => {
  expect(await suggest(typed)).toEqual([]);
});
