import { afterEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput, threadInput } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { listBarsOnMe } from '../../authorship/bars-on-me.server.ts';
import { MemberSecret } from '../../identity/member-secret.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { createReply } from '../../posts/create-reply.server.ts';
import { editPost } from '../../posts/edit-post.server.ts';
import { startThread } from '../../threads/start-thread.server.ts';
import { liftSanction } from './lift-sanction.server.ts';
import { sanctionWriter } from './sanction-writer.server.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2030, 4, 6, 12);

/** Each look is another session's: nothing is remembered from before. */
const elsewhere = (member: Member): Member => ({ ...member, sessionKey: newId() });

async function setUp() {
  setClock(() => START);
  const topic = await makeTopic();
  const [moderator, member] = [await makeMember({ role: 'moderator' }), await makeMember()];
  const thread = await makeThread(member, { topic });
  const other = await makeThread(await makeMember(), { topic });
  const replies = (threadId: string, as: 'anonymous' | 'pen-name' = 'anonymous', who = member) =>
    createReply(elsewhere(who), { threadId, input: replyInput({ as, confirmSwitch: 'on' }) });
  return { topic, moderator, member, thread, other, replies };
}

const BARRED = { kind: 'refused', fault: 'faults.barred' };

afterEach(() => setClock());

describe('a bar on a persona', () => {
  it('holds in its thread at once, under whatever name, and for edits too', async () => {
    const { moderator, member, thread, replies } = await setUp();
    await sanctionWriter(moderator, { postId: thread.openingId, kind: 'bar', length: '7', reason: 'Heated' });
    expect(await replies(thread.id)).toMatchObject(BARRED);
    expect(await replies(thread.id, 'pen-name')).toMatchObject(BARRED);
    const input = { ...threadInput({ topic: 'x' }), version: 1, reason: null, publicDiff: false };
    expect(await editPost(elsewhere(member), { id: thread.openingId, input })).toMatchObject(BARRED);
  });

  it('reaches every identity of the person within a day, at an hour of its own, and ends by itself', async () => {
    const { topic, moderator, member, thread, other, replies } = await setUp();
    await sanctionWriter(moderator, { postId: thread.openingId, kind: 'bar', length: '7', reason: 'Heated' });
    const [mine] = await listBarsOnMe(elsewhere(member));
    const delay = Math.ceil(member.memberSecret.fraction(`bar ${mine!.id}`) * 24 * HOUR);
    setClock(() => START + delay - 1);
    expect(await replies(other.id)).toMatchObject({ kind: 'replied' });
    setClock(() => START + delay);
    expect(await replies(other.id)).toMatchObject(BARRED);
    expect(await replies(other.id, 'pen-name')).toMatchObject(BARRED);
    expect(await startThread(elsewhere(member), threadInput({ topic }))).toMatchObject(BARRED);
    setClock(() => START + 7 * 24 * HOUR);
    expect(await replies(other.id)).toMatchObject({ kind: 'replied' });
    expect(await replies(thread.id)).toMatchObject({ kind: 'replied' });
  });

  it('reaches nobody else, and names no account', async () => {
    const { moderator, thread, other, replies } = await setUp();
    await sanctionWriter(moderator, { postId: thread.openingId, kind: 'bar', length: 'always', reason: 'For good' });
    setClock(() => START + 48 * HOUR);
    expect(await replies(thread.id, 'anonymous', await makeMember())).toMatchObject({ kind: 'replied' });
    expect(await replies(other.id)).toMatchObject(BARRED);
    const bar = await db.sanction.findFirstOrThrow({ where: { reason: 'For good' } });
    expect(bar.accountId).toBeNull();
  });

  it('holds on the tombstone of a persona that its owner gave up', async () => {
    const { moderator, thread, other, replies } = await setUp();
    await sanctionWriter(moderator, { postId: thread.openingId, kind: 'bar', length: '30', reason: 'Gave it up' });
    const { personaId } = await db.post.findUniqueOrThrow({ where: { id: thread.openingId } });
    const seal = Uint8Array.from(Buffer.from(newId().padEnd(32)));
    await db.persona.update({ where: { id: personaId ?? '' }, data: { isErased: true, seal } });
    setClock(() => START + 24 * HOUR);
    expect(await replies(other.id)).toMatchObject(BARRED);
  });

  it('does not follow an account that was reset: its old personas are nobody’s', async () => {
    const { moderator, member, thread, other, replies } = await setUp();
    await sanctionWriter(moderator, {
      postId: thread.openingId,
      kind: 'bar',
      length: 'always',
      reason: 'Before the reset',
    });
    setClock(() => START + 48 * HOUR);
    expect(await replies(other.id)).toMatchObject(BARRED);
    const reset: Member = { ...elsewhere(member), memberSecret: MemberSecret.generate() };
    expect(await listBarsOnMe(reset)).toEqual([]);
    expect(await replies(other.id, 'anonymous', reset)).toMatchObject({ kind: 'replied' });
  });

  it('can be lifted, and each of both acts is on record', async () => {
    const { moderator, thread, replies } = await setUp();
    const postId = thread.openingId;
    await sanctionWriter(moderator, { postId, kind: 'bar', length: 'always', reason: 'A mistake' });
    await expect(
      sanctionWriter(moderator, { postId, kind: 'bar', length: '1', reason: 'Again' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    await liftSanction(moderator, { postId, kind: 'bar', reason: 'It was one' });
    expect(await replies(thread.id)).toMatchObject({ kind: 'replied' });
    const actions = await db.moderationAction.findMany({ where: { postId }, select: { kind: true } });
    expect(actions.map(({ kind }) => kind).sort()).toEqual(['bar', 'unbar']);
  });

  it('is given by staff alone', async () => {
    const { member, thread } = await setUp();
    const attempt = sanctionWriter(member, { postId: thread.openingId, kind: 'bar', length: '1', reason: 'No' });
    await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a bar on a pen name', () => {
  it('holds for the pen name at once and reaches the personas within a day', async () => {
    const { moderator, member, other, replies } = await setUp();
    const { postId } = await makeReply(again(member), other.id, { as: 'pen-name' });
    await sanctionWriter(moderator, { postId, kind: 'bar', length: '7', reason: 'Under the name' });
    expect(await replies(other.id, 'pen-name')).toMatchObject(BARRED);
    setClock(() => START + 24 * HOUR);
    expect(await replies(other.id)).toMatchObject(BARRED);
  });
});
