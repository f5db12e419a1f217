import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST } from '../identity/viewer.ts';
import { endorsePost, getMyEndorsement, withdrawEndorsement } from './endorse-post.server.ts';
import { listPosts } from './list-posts.server.ts';

const language = 'en' as const;

async function setUp() {
  const author = await makeMember();
  const thread = await makeThread(author, { topic: await makeTopic() });
  return { author, thread, postId: thread.openingId, reader: await makeMember() };
}

async function endorsed(threadId: string) {
  return (await listPosts(GUEST, { threadId })).posts.map((post) => post.endorsed);
}

describe('an endorsement', () => {
  it('is given once by one person, fifty submits at once included, and counted by chair', async () => {
    const { thread, postId, reader } = await setUp();
    const submits = await Promise.allSettled(
      Array.from({ length: 50 }, () => endorsePost(again(reader), { postId, chair: 'client', language })),
    );
    expect(submits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await endorsePost(await makeMember(), { postId, chair: 'practitioner', language });
    await endorsePost(await makeMember(), { postId, chair: 'client', language });
    expect(await endorsed(thread.id)).toEqual([
      [
        { chair: 'client', count: 2 },
        { chair: 'practitioner', count: 1 },
      ],
    ]);
  });

  it('is taken back by whoever gave it, fifty times at once included, and by nobody else', async () => {
    const { thread, postId, reader } = await setUp();
    await endorsePost(again(reader), { postId, chair: 'other', language });
    await withdrawEndorsement(await makeMember(), postId);
    expect(await getMyEndorsement(again(reader), postId)).toBe('other');
    await Promise.all(Array.from({ length: 50 }, () => withdrawEndorsement(again(reader), postId)));
    expect(await getMyEndorsement(again(reader), postId)).toBeNull();
    expect(await endorsed(thread.id)).toEqual([[]]);
  });

  it('joins to nothing: the rows name no account, and two of one person share no value', async () => {
    const { author, thread, postId, reader } = await setUp();
    const reply = await makeReply(again(author), thread.id);
    await endorsePost(again(reader), { postId, chair: 'client', language });
    await endorsePost(again(reader), { postId: reply.postId, chair: 'client', language });
    const rows = await db.endorsement.findMany({ where: { postId: { in: [postId, reply.postId] } } });
    expect(new Set(rows.map(({ tag }) => Buffer.from(tag).toString('hex'))).size).toBe(2);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['chair', 'postId', 'tag']);
  });

  it('is for what somebody else wrote, under whatever name, and what one may read', async () => {
    const { author, postId, reader } = await setUp();
    const own = endorsePost(again(author), { postId, chair: 'client', language });
    await expect(own).rejects.toMatchObject({ code: 'not-allowed' });
    await db.post.update({ where: { id: postId }, data: { state: 'hidden' } });
    const unseen = endorsePost(reader, { postId, chair: 'client', language });
    await expect(unseen).rejects.toMatchObject({ code: 'not-found' });
  });
});
