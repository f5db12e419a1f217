import { beforeAll, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { hidePost, restorePost } from '../moderation/hide-post.server.ts';
import { approvePost, holdPost } from '../moderation/holds/hold-post.server.ts';
import { mergeThreads } from '../moderation/threads/merge-threads.server.ts';
import { moveThread } from '../moderation/threads/move-thread.server.ts';
import { splitThread } from '../moderation/threads/split-thread.server.ts';
import { getTopic } from './get-topic.server.ts';
import { countTopicGroups } from './list-topic-groups.server.ts';

let moderator: Member;
beforeAll(async () => {
  moderator = await makeMember({ role: 'moderator' });
});

const reason = 'To see it counted';

/** What a topic's page and home say of it, which is the same. */
async function counted(slug: string): Promise<number> {
  const { threads } = await getTopic(GUEST, { slug, language: 'en' });
  const groups = await countTopicGroups(GUEST, 'en');
  const there = groups.flatMap(({ topics }) => topics).find((topic) => topic.slug === slug);
  expect(there?.threads).toBe(threads);
  return threads;
}

it('a topic counts the threads that everybody may read, whatever becomes of them', async () => {
  const [topic, other] = [await makeTopic(), await makeTopic()];
  expect(await counted(topic)).toBe(0);
  const first = await makeThread(await makeMember(), { topic });
  const second = await makeThread(await makeMember(), { topic });
  const { number } = await makeReply(await makeMember(), first.id);
  expect(await counted(topic)).toBe(2);

  await hidePost(moderator, { id: first.openingId, reason });
  expect(await counted(topic)).toBe(1);
  await restorePost(again(moderator), { id: first.openingId, reason });
  await holdPost(again(moderator), { id: second.openingId, reason });
  expect(await counted(topic)).toBe(1);
  await approvePost(again(moderator), { id: second.openingId, reason });
  expect(await counted(topic)).toBe(2);

  await moveThread(again(moderator), { id: second.id, topic: other, reason });
  expect([await counted(topic), await counted(other)]).toEqual([1, 1]);
  await splitThread(again(moderator), { id: first.id, numbers: [number], title: 'Another question', topic, reason });
  expect([await counted(topic), await counted(other)]).toEqual([2, 1]);
  await mergeThreads(again(moderator), { id: second.id, into: first.id, reason });
  expect([await counted(topic), await counted(other)]).toEqual([2, 0]);

  await db.thread.delete({ where: { id: second.id } });
  expect([await counted(topic), await counted(other)]).toEqual([2, 0]);
});

it('threads that are begun at once are all counted', async () => {
  const topic = await makeTopic();
  const members = await Promise.all(Array.from({ length: 10 }, () => makeMember()));
  await Promise.all(members.map((member) => makeThread(member, { topic })));
  expect(await counted(topic)).toBe(10);
});
