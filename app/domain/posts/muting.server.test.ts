import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { listMutedMembers, muteMember } from '../identity/preferences/mute-member.server.ts';
import { changePublicFacts } from '../identity/public-facts.server.ts';
import { GUEST } from '../identity/viewer.ts';
import { listThreads } from '../threads/list-threads.server.ts';
import { listMutedTopics, muteTopic } from '../topics/mute-topic.server.ts';
import { listPostsByPenName } from './list-posts-by-pen-name.server.ts';
import { listPosts } from './list-posts.server.ts';

describe('muting', () => {
  it('folds what is written under a pen name, for its member alone, and never what is anonymous', async () => {
    const [reader, writer] = [await makeMember(), await makeMember()];
    const { id } = await makeThread(writer, { topic: await makeTopic(), as: 'pen-name' });
    const anonymous = await makeThread(again(writer), { topic: await makeTopic() });
    await muteMember(reader, { penName: writer.penName, isMuted: true });
    const isFolded = async (viewer: typeof reader | typeof GUEST, threadId: string) =>
      (await listPosts(viewer, { threadId })).posts[0]?.isMuted;
    expect(await isFolded(again(reader), id)).toBe(true);
    expect(await isFolded(again(reader), anonymous.id)).toBe(false);
    expect(await isFolded(GUEST, id)).toBe(false);
    expect(await listMutedMembers(again(reader))).toEqual([writer.penName]);
    await muteMember(again(reader), { penName: writer.penName, isMuted: false });
    expect(await isFolded(again(reader), id)).toBe(false);
  });

  it('leaves a topic out of lists that were not asked for by topic', async () => {
    const [reader, topic] = [await makeMember(), await makeTopic()];
    const { id } = await makeThread(await makeMember(), { topic });
    const has = async (request: { topic?: string }) =>
      (await listThreads(again(reader), { ...request, language: 'en' })).threads.some((thread) => thread.id === id);
    await muteTopic(reader, { slug: topic, isMuted: true, language: 'en' });
    expect([await has({}), await has({ topic })]).toEqual([false, true]);
    expect((await listMutedTopics(again(reader), 'en')).map(({ slug }) => slug)).toEqual([topic]);
    await muteTopic(again(reader), { slug: topic, isMuted: false, language: 'en' });
    expect(await has({})).toBe(true);
  });
});

describe('the public page of a member', () => {
  it('says neither month nor counts until its member wants that, and counts nothing anonymous', async () => {
    const writer = await makeMember();
    const topic = await makeTopic();
    const { id } = await makeThread(writer, { topic, as: 'pen-name' });
    await makeReply(again(writer), id, { as: 'pen-name' });
    await makeThread(again(writer), { topic });
    const page = () => listPostsByPenName(GUEST, { penName: writer.penName });
    expect(await page()).toMatchObject({ since: null, counts: null });
    await changePublicFacts(writer, { showsSince: true, showsCounts: true });
    expect(await page()).toMatchObject({ counts: { threads: 1, replies: 1 } });
    expect((await page()).since).toBeInstanceOf(Date);
  });
});
