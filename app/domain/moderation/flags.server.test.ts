import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { flagPost, getMyFlag, withdrawFlag } from './flag-post.server.ts';
import { listFlags } from './list-flags.server.ts';

const input = { reason: 'identifying', note: 'A school is named.' } as const;

async function setUp() {
  const author = await makeMember();
  const thread = await makeThread(author, { topic: await makeTopic() });
  return { author, thread, postId: thread.openingId, reader: await makeMember() };
}

describe('a flag', () => {
  it('is raised once by one person, fifty submits at once included, and by each of several', async () => {
    const { postId, reader } = await setUp();
    const submits = await Promise.allSettled(
      Array.from({ length: 50 }, () => flagPost(again(reader), { postId, input })),
    );
    expect(submits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await flagPost(await makeMember(), { postId, input });
    expect(await db.flag.count({ where: { postId } })).toBe(2);
  });

  it('joins to nothing: the row names no account, and two flags of one person share no value but the post’s', async () => {
    const { author, thread, postId, reader } = await setUp();
    const reply = await makeReply(again(author), thread.id);
    await makeReply(reader, thread.id);
    await flagPost(again(reader), { postId, input });
    await flagPost(again(reader), { postId: reply.postId, input });
    const rows = await db.flag.findMany({ where: { postId: { in: [postId, reply.postId] } } });
    const persona = await db.persona.findFirstOrThrow({
      where: { seal: reader.memberSecret.tag('persona', await scope(thread.id)) },
    });
    const tags = [...rows.map((row) => row.tag), persona.seal, persona.ledgerTag].map((tag) =>
      Buffer.from(tag).toString('hex'),
    );
    expect(new Set(tags).size).toBe(4);
    expect(JSON.stringify(rows)).not.toContain(reader.accountId);
  });

  it('is its raiser’s to see and take back, and tells staff what was said but not by whom', async () => {
    const { postId, reader } = await setUp();
    await flagPost(reader, { postId, input });
    expect(await getMyFlag(again(reader), postId)).toMatchObject(input);
    expect(await getMyFlag(await makeMember(), postId)).toBeNull();
    const [seen] = await listFlags(await makeMember({ role: 'moderator' }), postId);
    expect(Object.keys(seen ?? {}).sort()).toEqual(['at', 'id', 'note', 'reason', 'version']);
    await expect(listFlags(reader, postId)).rejects.toMatchObject({ code: 'not-allowed' });
    await withdrawFlag(reader, postId);
    expect(await getMyFlag(reader, postId)).toBeNull();
  });
});

async function scope(threadId: string): Promise<string> {
  return (await db.thread.findUniqueOrThrow({ where: { id: threadId }, select: { scopeId: true } })).scopeId;
}
