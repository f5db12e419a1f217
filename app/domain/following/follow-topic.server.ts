import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
import { listedThreads } from '../threads/visibility.server.ts';
import { getTopic } from '../topics/get-topic.server.ts';
import { changeFollowing, readFollowing } from './kept.server.ts';

/** As many topics as one look at the inbox can go through. */
const MOST_TOPICS = 100;

/**
 * Follows a topic from now on: threads begun there are news. It stands in the member's vault alone.
 *
 * @throws DomainError not-found for a topic the member may not see, conflict when they follow too many.
 */
export async function followTopic(
  member: Member,
  { slug, language }: { slug: string; language: Language },
): Promise<void> {
  await getTopic(member, { slug, language });
  const { id } = await db.topic.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const from = currentHour();
  const begun = await db.thread.findMany({
    where: { AND: [{ topicId: id, createdAt: { gte: from } }, listedThreads(member)] },
    select: { id: true },
  });
  await changeFollowing(member, ({ topics, ...rest }) => {
    if (topics.some((topic) => topic.id === id)) return { topics, ...rest };
    if (topics.length >= MOST_TOPICS) throw new DomainError('conflict', 'They follow too many topics');
    return { ...rest, topics: [...topics, { id, from: from.getTime(), seen: begun.map((thread) => thread.id) }] };
  });
}

/** Follows it no longer; nothing happens if they did not, or if there is no such topic. */
export async function unfollowTopic(member: Member, slug: string): Promise<void> {
  const topic = await db.topic.findUnique({ where: { slug }, select: { id: true } });
  await changeFollowing(member, ({ topics, ...rest }) => ({
    ...rest,
    topics: topics.filter(({ id }) => id !== topic?.id),
  }));
}

export async function isFollowingTopic(member: Member, slug: string): Promise<boolean> {
  const { topics } = await readFollowing(member);
  if (topics.length === 0) return false;
  const topic = await db.topic.findUnique({ where: { slug }, select: { id: true } });
  return topics.some(({ id }) => id === topic?.id);
}
