import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, threadInput } from '#prisma/factories/thread.ts';
import { GUEST } from '../../identity/viewer.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { listRevisions } from '../../posts/list-revisions.server.ts';
import { getThread } from '../../threads/get-thread.server.ts';
import { listGuides } from '../../threads/list-guides.server.ts';
import { listThreads } from '../../threads/list-threads.server.ts';
import { editAnyPost } from '../edit-any-post.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { publishThread } from '../holds/publish.server.ts';
import { reinstateGuide, retireGuide } from './retire-guide.server.ts';

const language = 'en';
const GUIDE = { kind: 'guide', as: 'pen-name', question: null };
const reason = 'It has been rewritten';

async function setUp() {
  const topic = await makeTopic();
  const keeper = await makeMember({ role: 'moderator' });
  const guide = await makeThread(keeper, { topic, ...GUIDE, title: 'Fees, explained', body: 'First words.' });
  const titles = async (viewer: Parameters<typeof listGuides>[0] = GUEST) =>
    (await listGuides(viewer, { topic, language })).map(({ title }) => title);
  return { topic, keeper, guide, titles };
}

describe('a guide', () => {
  it('is written by staff under their pen name, and needs no question', async () => {
    const topic = await makeTopic();
    const input = threadInput({ topic, ...GUIDE });
    await expect(publishThread(await makeMember(), input)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await publishThread(await makeMember({ role: 'moderator' }), input)).toMatchObject({ kind: 'started' });
    expect(() => threadInput({ topic, ...GUIDE, as: 'anonymous' })).toThrow('faults.guideAnonymous');
  });

  it('stands on top of its topic, in the reader’s language first, and not among what waits for an answer', async () => {
    const { topic, keeper, titles } = await setUp();
    await makeThread(again(keeper), { topic, ...GUIDE, title: 'Betaling', language: 'nb' });
    await makeThread(again(keeper), { topic, ...GUIDE, title: 'Another guide' });
    const dilemma = await makeThread(await makeMember(), { topic });
    expect(await titles()).toEqual(['Another guide', 'Fees, explained', 'Betaling']);
    const ids = async (request: object) =>
      (await listThreads(GUEST, { topic, language, ...request })).threads.map(({ id }) => id);
    expect(await ids({ sort: 'unanswered' })).toEqual([dilemma.id]);
    expect(await ids({ guides: false })).toEqual([dilemma.id]);
    expect(await ids({})).toHaveLength(4);
  });

  it('takes replies as any thread does, and is gone from the top when it is removed', async () => {
    const { keeper, guide, titles } = await setUp();
    expect((await makeReply(await makeMember(), guide.id)).number).toBe(2);
    await hidePost(again(keeper), { id: guide.openingId, reason });
    expect(await titles()).toEqual([]);
  });

  it('shows everybody what its author changed, and not what a moderator closed', async () => {
    const { keeper, guide } = await setUp();
    // Before anybody answered an edit leaves no mark.
    await makeReply(await makeMember(), guide.id);
    const opening = {
      title: 'Fees, explained',
      contentWarning: null,
      situation: null,
      whatIHaveTried: null,
      question: null,
    };
    const edit = { ...opening, reason: null, publicDiff: false };
    await editPost(again(keeper), { id: guide.openingId, input: { ...edit, body: 'Better words.', version: 1 } });
    const shown = async () => JSON.stringify(await listRevisions(GUEST, { id: guide.openingId }));
    expect(await shown()).toMatch(/First.*Better|Better.*First/);
    const other = await makeMember({ role: 'moderator' });
    const closing = { ...edit, reason: 'A name', body: 'Best words.', version: 2 };
    await editAnyPost(other, { id: guide.openingId, input: closing });
    expect(await shown()).not.toMatch(/First|Better/);
  });

  it('goes out of use for another, says which, and comes back', async () => {
    const { topic, keeper, guide, titles } = await setUp();
    const next = await makeThread(again(keeper), { topic, ...GUIDE, title: 'Fees, anew' });
    const replacement = `https://forum.test/threads/${next.id}/fees-anew`;
    expect(await retireGuide(again(keeper), { id: guide.id, replacement, reason })).toEqual({ kind: 'retired' });
    expect(await titles()).toEqual(['Fees, anew']);
    const view = await getThread(GUEST, { id: guide.id, language });
    expect(view).toMatchObject({ retired: true, replacedBy: { id: next.id, title: 'Fees, anew' } });
    await hidePost(again(keeper), { id: next.openingId, reason });
    expect((await getThread(GUEST, { id: guide.id, language })).replacedBy).toBeNull();
    await reinstateGuide(again(keeper), { id: guide.id, reason });
    expect(await titles()).toEqual(['Fees, explained']);
  });

  it('is replaced by another guide in use only, and nothing but a guide goes out of use', async () => {
    const { topic, keeper, guide } = await setUp();
    const dilemma = await makeThread(await makeMember(), { topic });
    for (const replacement of [guide.id, dilemma.id, 'nothing at all']) {
      const refused = await retireGuide(again(keeper), { id: guide.id, replacement, reason });
      expect(refused).toMatchObject({ kind: 'refused', field: 'replacement' });
    }
    const attempt = retireGuide(again(keeper), { id: dilemma.id, replacement: null, reason });
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
  });
});
