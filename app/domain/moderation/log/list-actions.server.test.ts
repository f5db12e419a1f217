import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { GUEST, type Viewer } from '../../identity/viewer.ts';
import { liftSanction } from '../sanctions/lift-sanction.server.ts';
import { sanctionWriter } from '../sanctions/sanction-writer.server.ts';
import { editAnyPost } from '../edit-any-post.server.ts';
import { hidePost, restorePost } from '../hide-post.server.ts';
import { lockThread, unlockThread } from '../lock-thread.server.ts';
import { listActions } from './list-actions.server.ts';
import { parseLogRequest } from './schema.ts';

const moderator = await makeMember({ role: 'moderator' });
const reader = await makeMember();
const asked = (query = '') => parseLogRequest(new URLSearchParams(query));

afterEach(() => setClock());

async function setUp() {
  const topic = await makeTopic();
  const [author, replier] = [await makeMember(), await makeMember()];
  const thread = await makeThread(author, { topic, title: `Title ${newId()}` });
  const reply = await makeReply(replier, thread.id, { body: 'canary of the text' });
  return { topic, author, replier, thread, reply };
}

/** The rows of one thread, newest kind of decision told apart by its reason. */
async function rowsOf(viewer: Viewer, reasons: readonly string[], query = '') {
  const { actions } = await listActions(viewer, { ...asked(query), limit: 200 });
  return reasons.map((reason) => actions.find((action) => action.reason === reason) ?? null);
}

describe('the log', () => {
  it('says what, when, why and on what, to guests and members alike, and nothing of who', async () => {
    const { thread, reply, author, replier } = await setUp();
    const reason = `Off the point ${newId()}`;
    const input = { body: 'Kept.', version: 1, reason, publicDiff: false };
    await editAnyPost(again(moderator), { id: reply.postId, input });
    const [row] = await rowsOf(GUEST, [reason]);
    expect(row).toMatchObject({
      kind: 'edit',
      about: 'post',
      number: 2,
      thread: { id: thread.id, slug: thread.slug },
      isReverted: false,
      staff: null,
    });
    expect(row?.at.getTime()).toSatisfy((time: number) => time % 3_600_000 === 0);
    expect(await rowsOf(reader, [reason])).toEqual([row]);
    expect(await rowsOf(author, [reason])).toEqual([row]);
    const all = JSON.stringify(await listActions(GUEST, asked()));
    const aliases = await db.persona.findMany({ where: { posts: { some: { threadId: thread.id } } } });
    const never = [moderator, author, replier].flatMap(({ penName, accountId }) => [penName, accountId]);
    for (const text of [...never, 'canary', ...aliases.flatMap(({ id, alias }) => [id, alias])]) {
      expect(all).not.toContain(text);
    }
  });

  it('leads nowhere where something was taken from sight, and gives the way back with it', async () => {
    const { thread, reply } = await setUp();
    const [first, second, third] = [newId(), newId(), newId()];
    await hidePost(moderator, { id: reply.postId, reason: first });
    const [hidden] = await rowsOf(GUEST, [first]);
    expect(hidden).toMatchObject({ about: 'post', number: null, thread: { id: thread.id }, isReverted: false });
    await hidePost(moderator, { id: thread.openingId, reason: second });
    for (const row of await rowsOf(GUEST, [first, second])) expect(row).toMatchObject({ number: null, thread: null });
    for (const row of await rowsOf(moderator, [first, second])) expect(row?.thread).toMatchObject({ id: thread.id });
    await restorePost(moderator, { id: thread.openingId, reason: third });
    const rows = await rowsOf(GUEST, [second, third]);
    expect(rows).toMatchObject([
      { number: 1, isReverted: true, isReversal: false },
      { number: 1, isReverted: false, isReversal: true },
    ]);
  });

  it('ties each act to the one that it takes back, once', async () => {
    const { thread, reply } = await setUp();
    const [a, b, c, d, e, f] = [newId(), newId(), newId(), newId(), newId(), newId()];
    await lockThread(moderator, { id: thread.id, reason: a });
    await unlockThread(moderator, { id: thread.id, reason: b });
    await lockThread(moderator, { id: thread.id, reason: c });
    await sanctionWriter(moderator, { postId: reply.postId, kind: 'bar', length: '7', reason: d });
    await liftSanction(moderator, { postId: reply.postId, kind: 'bar', reason: e });
    await sanctionWriter(moderator, { postId: reply.postId, kind: 'bar', length: '7', reason: f });
    const rows = await rowsOf(GUEST, [a, b, c, d, e, f]);
    expect(rows.map((row) => row?.isReverted)).toEqual([true, false, false, true, false, false]);
    expect(rows.map((row) => row?.isReversal)).toEqual([false, true, false, false, true, false]);
    const stored = async (reason: string) => db.moderationAction.findFirstOrThrow({ where: { reason } });
    expect((await stored(b)).revertsId).toBe((await stored(a)).id);
    expect((await stored(e)).revertsId).toBe((await stored(d)).id);
  });

  it('shows staff-only topics and dismissed flags to staff alone', async () => {
    const { topic, thread, reply } = await setUp();
    const [inside, dismissed] = [newId(), newId()];
    await lockThread(moderator, { id: thread.id, reason: inside });
    const action = { id: newId(), kind: 'dismissFlags', threadId: thread.id, postId: reply.postId } as const;
    await db.moderationAction.create({ data: { ...action, reason: dismissed, createdAt: new Date(0) } });
    for (const viewer of [GUEST, reader]) {
      expect(await rowsOf(viewer, [inside, dismissed])).toMatchObject([{ reason: inside }, null]);
      expect((await listActions(viewer, asked('kind=dismissFlags'))).actions).toEqual([]);
    }
    await db.topic.update({ where: { slug: topic }, data: { staffOnly: true } });
    for (const viewer of [GUEST, reader]) expect(await rowsOf(viewer, [inside, dismissed])).toEqual([null, null]);
    for (const row of await rowsOf(moderator, [inside, dismissed])) expect(row).not.toBeNull();
  });

  it('tells staff which moderator it was, and which version they made', async () => {
    const { thread, reply } = await setUp();
    const reason = newId();
    await hidePost(moderator, { id: reply.postId, reason });
    const [row] = await rowsOf(await makeMember({ role: 'administrator' }), [reason]);
    expect(row?.staff).toEqual({ moderator: moderator.penName, postId: reply.postId, version: null });
    expect(row).toMatchObject({ number: 2, thread: { id: thread.id } });
  });

  it('is narrowed by kind and by days, and read page by page without a gap', async () => {
    const { thread } = await setUp();
    const start = Date.UTC(2031, 0, 1);
    for (let index = 0; index < 7; index++) {
      setClock(() => start + Math.floor(index / 2) * 24 * 3_600_000);
      const decide = index % 2 === 0 ? lockThread : unlockThread;
      await decide(moderator, { id: thread.id, reason: `Turn ${index}` });
    }
    const reasons = async (query: string) => {
      const { actions } = await listActions(GUEST, asked(query));
      return actions.map(({ reason }) => reason).sort();
    };
    expect(await reasons('from=2031-01-02&to=2031-01-02')).toEqual(['Turn 2', 'Turn 3']);
    expect(await reasons('from=2031-01-02&kind=lock')).toEqual(['Turn 2', 'Turn 4', 'Turn 6']);
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const page = await listActions(GUEST, { ...asked('from=2031-01-01'), after, limit: 2 });
      walked.push(...page.actions.map(({ reason }) => reason));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(walked).toHaveLength(7);
    expect(new Set(walked).size).toBe(7);
    expect(walked[0]).toBe('Turn 6');
  });

  it.each(['kind=none', 'from=yesterday', 'to=2031-02-30', 'after=-1', 'after=NaN'])('refuses %s', async (query) => {
    const attempt = async () => listActions(GUEST, asked(query));
    await expect(attempt()).rejects.toMatchObject({ code: 'bad-request' });
  });
});
