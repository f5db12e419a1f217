import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { randomTag } from '../authorship/author.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { editAnyPost } from '../moderation/edit-any-post.server.ts';
import { hidePost, restorePost } from '../moderation/hide-post.server.ts';
import { lockThread, unlockThread } from '../moderation/lock-thread.server.ts';
import { mergeThreads } from '../moderation/threads/merge-threads.server.ts';
import { getThread } from '../threads/get-thread.server.ts';
import { publishAtOnce } from '../threads/screening.ts';
import { createReply } from './create-reply.server.ts';
import { editPost } from './edit-post.server.ts';
import { getPostForEdit } from './get-post-for-edit.server.ts';
import { getPost } from './get-post.server.ts';
import { listPosts } from './list-posts.server.ts';
import { listPostsByPenName } from './list-posts-by-pen-name.server.ts';
import { listRevisions } from './list-revisions.server.ts';
import { editReplySchema } from './schema.ts';

const language = 'en' as const;
const HANDS = ['anonymous', 'pen-name'] as const;

afterEach(() => {
  setClock();
});

async function scene(given: Record<string, unknown> = {}) {
  const [author, answerer, moderator] = [
    await makeMember(),
    await makeMember(),
    await makeMember({ role: 'moderator' }),
  ];
  const thread = await makeThread(author, { topic: await makeTopic(), ...given });
  const reply = await makeReply(answerer, thread.id, {
    body: 'I would ask her in plain words.',
    perspective: 'therapist',
  });
  return { author, answerer, moderator, thread, reply, threadId: thread.id };
}

const edit = (given: Record<string, unknown>) => editReplySchema.parse({ version: 1, ...given });
const posts = async (viewer: Parameters<typeof listPosts>[0], threadId: string) =>
  (await listPosts(viewer, { threadId })).posts;

describe('replying', () => {
  it.each(HANDS)('numbers replies of many at once without gap or double (%s)', async (as) => {
    const { threadId } = await scene();
    const members = await Promise.all(Array.from({ length: 10 }, () => makeMember()));
    await Promise.all(members.map((member) => makeReply(member, threadId, { as })));
    expect((await posts(GUEST, threadId)).map((post) => post.number)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({ replies: 11 });
  });

  it.each(HANDS)('makes one reply of a form submitted many times at once (%s)', async (as) => {
    const { threadId } = await scene();
    const member = await makeMember();
    const input = replyInput({ as });
    const results = await Promise.all(
      Array.from({ length: 20 }, () => createReply(again(member), { threadId, input })),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({ replies: 2 });
  });

  it('answers a form that is sent again as it did at first, though its thread was locked since', async () => {
    const { moderator, threadId } = await scene();
    const member = await makeMember();
    const input = replyInput();
    const first = await createReply(member, { threadId, input });
    await lockThread(moderator, { id: threadId, reason: 'It has run its course' });
    expect(await createReply(again(member), { threadId, input })).toEqual(first);
  });

  it.each(HANDS)('writes nothing where the thread is closed or merged away once it was found open (%s)', async (as) => {
    const { author, moderator, threadId } = await scene();
    await makeReply(again(author), threadId, { as, confirmSwitch: 'on' });
    const reply = (change: () => Promise<unknown>) =>
      createReply(again(author), {
        threadId,
        input: replyInput({ as, confirmSwitch: 'on' }),
        // The last thing that is asked before it is written.
        screen: async (rendered) => (await change(), publishAtOnce(rendered)),
      });
    const closed = await reply(() => lockThread(moderator, { id: threadId, reason: 'It has run its course' }));
    expect(closed).toEqual({ kind: 'refused', field: 'body', fault: 'faults.threadLocked' });
    await unlockThread(moderator, { id: threadId, reason: 'A week has passed.' });
    const { threadId: into } = await scene();
    const merged = await reply(() => mergeThreads(moderator, { id: threadId, into, reason: 'The same question' }));
    expect(merged).toEqual({ kind: 'merged', into });
    expect(await db.post.count({ where: { threadId } })).toBe(0);
  });

  it('draws a new persona where the one that was found is given up at that moment', async () => {
    const { author, threadId } = await scene();
    const [mine] = await listMyPersonasInThread(again(author), threadId);
    const giveUp = () => db.persona.update({ where: { id: mine!.id }, data: { isErased: true, seal: randomTag() } });
    const result = await createReply(again(author), {
      threadId,
      input: replyInput(),
      screen: async (rendered) => (await giveUp(), publishAtOnce(rendered)),
    });
    if (result.kind !== 'replied') throw new Error(result.kind);
    const { personaId } = await db.post.findUniqueOrThrow({ where: { id: result.postId } });
    expect(personaId).not.toBe(mine!.id);
  });

  it('says so when a form that was published is sent again with other words', async () => {
    const { threadId } = await scene();
    const member = await makeMember();
    const input = replyInput();
    await createReply(member, { threadId, input });
    const sent = createReply(again(member), { threadId, input: { ...input, body: `${input.body} And more.` } });
    expect(await sent).toMatchObject({ kind: 'refused', field: 'body', fault: 'faults.alreadySent' });
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({ replies: 2 });
  });

  it('marks whose replies are whose, for the viewer alone', async () => {
    const { author, answerer, threadId } = await scene();
    await makeReply(again(author), threadId);
    const shown = async (viewer: Member) =>
      (await posts(again(viewer), threadId)).map((post) => [post.isMine, post.byStarter]);
    expect(await shown(author)).toEqual([
      [true, true],
      [false, false],
      [true, true],
    ]);
    expect(await shown(answerer)).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
  });

  it('shows a quote by reference, and no more of it than may be read', async () => {
    const { moderator, reply, threadId } = await scene();
    const { number } = await makeReply(await makeMember(), threadId, { quoteOf: reply.postId });
    const quote = async () => (await posts(GUEST, threadId)).find((post) => post.number === number)?.quoteOf;
    expect(await quote()).toMatchObject({ number: 2, excerpt: 'I would ask her in plain words.' });
    await hidePost(moderator, { id: reply.postId, reason: 'advertising' });
    expect(await quote()).toMatchObject({ number: 2, excerpt: '' });
  });

  it('refuses a quote from another thread', async () => {
    const [here, there] = [await scene(), await scene()];
    const input = replyInput({ quoteOf: there.reply.postId });
    expect(await createReply(here.author, { threadId: here.threadId, input })).toMatchObject({ field: 'quoteOf' });
  });

  it('is refused in a locked thread, with the text in hand, and goes on after', async () => {
    const { author, moderator, threadId } = await scene();
    await lockThread(moderator, { id: threadId, reason: 'It went in circles.' });
    const refused = await createReply(author, { threadId, input: replyInput() });
    expect(refused).toEqual({ kind: 'refused', field: 'body', fault: 'faults.threadLocked' });
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({
      locked: true,
      lockReason: 'It went in circles.',
    });
    await unlockThread(moderator, { id: threadId, reason: 'A week has passed.' });
    expect((await createReply(author, { threadId, input: replyInput() })).kind).toBe('replied');
  });

  it.each([-1, 1.5, Number.NaN, 1e12])('refuses the page after %d', async (after) => {
    const { threadId } = await scene();
    await expect(listPosts(GUEST, { threadId, after })).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('reading by perspective', () => {
  it('leaves out other replies, never the opening post, page by page', async () => {
    const { threadId } = await scene();
    const others = [await makeMember(), await makeMember(), await makeMember()];
    for (const member of others) await makeReply(member, threadId, { perspective: 'client' });
    await makeReply(await makeMember(), threadId, { perspective: 'former-client' });
    const page = async (after: number) => {
      const perspectives = ['client', 'former-client'];
      const { posts, next } = await listPosts(GUEST, { threadId, after, limit: 3, perspectives });
      return { numbers: posts.map(({ number }) => number), next };
    };
    expect(await page(0)).toEqual({ numbers: [1, 3, 4], next: 4 });
    expect(await page(4)).toEqual({ numbers: [5, 6], next: null });
  });

  it('refuses a perspective that there is not', async () => {
    const { threadId } = await scene();
    const request = { threadId, perspectives: ['client', 'oracle'] };
    await expect(listPosts(GUEST, request)).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('editing', () => {
  it('is for the author and for staff', async () => {
    const { answerer, moderator, author, reply } = await scene();
    const asModerator = async (member: Member) =>
      (await getPostForEdit(again(member), { id: reply.postId })).asModerator;
    expect(await asModerator(answerer)).toBe(false);
    expect(await asModerator(moderator)).toBe(true);
    await expect(asModerator(author)).rejects.toMatchObject({ code: 'not-allowed' });
    const input = edit({ body: 'Not mine to write.' });
    await expect(editPost(author, { id: reply.postId, input })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(editAnyPost(author, { id: reply.postId, input })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it("an author's edit in the hour of posting and before an answer leaves no mark, a later one does", async () => {
    const { author, answerer, reply, threadId, thread } = await scene();
    const input = (given: object) => edit({ body: 'Plainer words.', ...given });
    expect(await editPost(again(answerer), { id: reply.postId, input: input({}) })).toEqual({
      kind: 'edited',
      version: 2,
    });
    expect((await posts(GUEST, threadId))[1]).toMatchObject({ text: 'Plainer words.', edited: null });
    const opening = { title: 'T', question: 'Q', contentWarning: null, situation: null, whatIHaveTried: null };
    await editPost(again(author), {
      id: thread.openingId,
      input: { ...opening, ...input({ body: 'After an answer.' }) },
    });
    expect((await posts(GUEST, threadId))[0]).toMatchObject({ edited: { by: 'author', reason: null } });
    const later = Date.now() + 2 * 3_600_000;
    setClock(() => later);
    await editPost(again(answerer), { id: reply.postId, input: input({ version: 2, body: 'Later.' }) });
    expect((await posts(GUEST, threadId))[1]?.edited).toMatchObject({ by: 'author' });
  });

  it('of an opening changes its title, its question and its address', async () => {
    const { author, thread, threadId } = await scene();
    const input = {
      ...edit({ body: 'B' }),
      title: 'Another title',
      question: 'Another?',
      contentWarning: null,
      situation: null,
      whatIHaveTried: null,
    };
    await editPost(again(author), { id: thread.openingId, input });
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({
      title: 'Another title',
      slug: 'another-title',
      question: 'Another?',
    });
  });

  it('from an outdated version changes nothing and gives both texts', async () => {
    const { answerer, moderator, reply } = await scene();
    const id = reply.postId;
    await editAnyPost(moderator, { id, input: edit({ body: 'Shorter.', reason: 'removed a place' }) });
    const stale = await editPost(again(answerer), { id, input: edit({ body: 'Mine.' }) });
    expect(stale).toMatchObject({ kind: 'stale', current: { version: 2, body: 'Shorter.' } });
    expect(await db.revision.count({ where: { postId: id } })).toBe(2);
  });

  it('by two at once from one version lets one through', async () => {
    const { moderator, reply } = await scene();
    const other = await makeMember({ role: 'administrator' });
    const input = edit({ body: 'Changed.', reason: 'too exact' });
    const results = await Promise.all(
      [moderator, other].map((staff) => editAnyPost(staff, { id: reply.postId, input })),
    );
    expect(results.map((result) => result.kind).sort()).toEqual(['edited', 'stale']);
    expect(await db.moderationAction.count({ where: { postId: reply.postId } })).toBe(1);
  });

  it("a moderator's needs a reason, is marked with it and on record without a word of the text", async () => {
    const { moderator, reply, threadId } = await scene();
    const id = reply.postId;
    expect(await editAnyPost(moderator, { id, input: edit({ body: 'X' }) })).toMatchObject({ field: 'reason' });
    await editAnyPost(moderator, { id, input: edit({ body: 'Ask her.', reason: 'removed an identifying detail' }) });
    const [, post] = await posts(GUEST, threadId);
    expect(post).toMatchObject({
      text: 'Ask her.',
      edited: { by: 'moderator', reason: 'removed an identifying detail' },
    });
    const [action, ...others] = await db.moderationAction.findMany({ where: { postId: id } });
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: 'edit', version: 2, threadId, moderatorId: moderator.accountId });
    expect(JSON.stringify(action)).not.toContain('plain words');
  });
});

describe('the history of a post', () => {
  const words = (revisions: Awaited<ReturnType<typeof listRevisions>>) => JSON.stringify(revisions);

  it('keeps what a moderator took away from readers, and shows it to the author and staff', async () => {
    const { answerer, moderator, reply } = await scene();
    const id = reply.postId;
    await editAnyPost(moderator, { id, input: edit({ body: 'I would ask her.', reason: 'shorter' }) });
    expect(words(await listRevisions(GUEST, { id }))).not.toContain('plain');
    expect((await listRevisions(GUEST, { id }))[0]?.changes).toEqual([
      { field: 'body', parts: [{ kind: 'masked', characters: 15 }] },
    ]);
    for (const viewer of [again(answerer), moderator]) {
      expect(words(await listRevisions(viewer, { id }))).toContain('plain');
    }
  });

  it('shows readers what a moderator left open, until a later edit is closed', async () => {
    const { moderator, reply } = await scene();
    const id = reply.postId;
    await editAnyPost(moderator, {
      id,
      input: edit({ body: 'I would ask her.', reason: 'shorter', publicDiff: 'on' }),
    });
    expect(words(await listRevisions(GUEST, { id }))).toContain('plain');
    await editAnyPost(moderator, { id, input: edit({ version: 2, body: 'Ask.', reason: 'a detail' }) });
    expect(words(await listRevisions(GUEST, { id }))).not.toMatch(/plain|would/);
  });

  it("never shows readers an author's earlier words", async () => {
    const { answerer, reply, threadId } = await scene();
    const id = reply.postId;
    await makeReply(await makeMember(), threadId);
    await editPost(again(answerer), { id, input: edit({ body: 'Something else.' }) });
    const seen = await listRevisions(GUEST, { id });
    expect(seen).toMatchObject([{ version: 2, by: 'author', changes: null }]);
    expect(words(await listRevisions(again(answerer), { id }))).toContain('plain');
  });

  it('is not found where there is none, and of a post that is hidden', async () => {
    const { moderator, reply } = await scene();
    const id = reply.postId;
    await expect(listRevisions(GUEST, { id })).rejects.toMatchObject({ code: 'not-found' });
    await editAnyPost(moderator, { id, input: edit({ body: 'X', reason: 'r', publicDiff: 'on' }) });
    await hidePost(moderator, { id, reason: 'r' });
    await expect(listRevisions(GUEST, { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('hiding and restoring', () => {
  it('takes the text from everybody but its author and staff, leaves its number and reason, and counts anew', async () => {
    const { answerer, author, moderator, reply, threadId } = await scene();
    const id = reply.postId;
    await hidePost(moderator, { id, reason: 'It names a clinic.' });
    for (const viewer of [GUEST, again(author)]) {
      const [, post] = await posts(viewer, threadId);
      expect(post).toMatchObject({ number: 2, state: 'hidden', stateReason: 'It names a clinic.', html: '', text: '' });
      await expect(getPost(viewer, { id, language })).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const viewer of [again(answerer), moderator]) {
      expect((await posts(viewer, threadId))[1]?.text).toContain('plain words');
    }
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({ replies: 0, practitionerReplies: 0 });
    await restorePost(moderator, { id, reason: 'It was a made-up name.' });
    expect(await getThread(GUEST, { id: threadId, language })).toMatchObject({ replies: 1, practitionerReplies: 1 });
    expect((await getPost(GUEST, { id, language })).post).toMatchObject({ state: 'published', stateReason: null });
  });

  it('of the opening post takes the whole thread along', async () => {
    const { moderator, thread, threadId } = await scene();
    await hidePost(moderator, { id: thread.openingId, reason: 'r' });
    await expect(getThread(GUEST, { id: threadId, language })).rejects.toMatchObject({ code: 'not-found' });
    expect(await posts(GUEST, threadId)).toEqual([]);
    await restorePost(moderator, { id: thread.openingId, reason: 'r' });
    expect(await posts(GUEST, threadId)).toHaveLength(2);
  });

  it('is for staff, and says when somebody else was faster', async () => {
    const { author, moderator, reply } = await scene();
    const decision = { id: reply.postId, reason: 'r' };
    await expect(hidePost(author, decision)).rejects.toMatchObject({ code: 'not-allowed' });
    await hidePost(moderator, decision);
    await expect(hidePost(moderator, decision)).rejects.toMatchObject({ code: 'conflict' });
    await expect(hidePost(moderator, { id: newId(), reason: 'r' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await db.moderationAction.count({ where: { postId: reply.postId } })).toBe(1);
  });
});

describe("a member's page", () => {
  it('shows what was written under the pen name and nothing written anonymously, not even to themselves', async () => {
    const member = await makeMember();
    const topic = await makeTopic();
    await makeThread(member, { topic, as: 'pen-name', title: 'In my name' });
    await makeThread(again(member), { topic, title: 'In no name' });
    for (const viewer of [GUEST, again(member)]) {
      const page = await listPostsByPenName(viewer, { penName: member.penName });
      expect(page.posts.map((post) => post.thread.title)).toEqual(['In my name']);
    }
    await expect(listPostsByPenName(GUEST, { penName: 'nobody-at-all' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
