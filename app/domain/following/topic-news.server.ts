import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import type { Member } from '../identity/viewer.ts';
import { threadSummaries, threadSummarySelect } from '../threads/thread-summary.server.ts';
import type { ThreadSummary } from '../threads/views.ts';
import { listedThreads } from '../threads/visibility.server.ts';
import { topicRef, topicRefSelect } from '../topics/topic-ref.ts';
import type { TopicRef } from '../topics/views.ts';
import { changeFollowing, readFollowing } from './kept.server.ts';
import type { FollowedTopic } from './vaults.ts';

/** Threads of a topic that are shown; the others are counted. */
const SHOWN = 5;
/** Threads that one look goes through. */
const LOOKED_AT = 200;
/** A thread that was kept back is published under the hour it was written in: for so long it is still noticed. */
const NOTICED_FOR = 14 * DAY_MS;

/** Threads begun in a followed topic that the member has not marked as read, the newest first. */
export type TopicNews = { topic: TopicRef; threads: ThreadSummary[]; count: number };

/** What was begun in the topics that the member follows, but for their own threads and those they mute, watch or have read. */
export async function readTopicNews(
  member: Member,
  { watched, language }: { watched: ReadonlySet<string>; language: Language },
): Promise<TopicNews[]> {
  const where = await newThreads(member, watched);
  if (!where) return [];
  const rows = await db.thread.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: LOOKED_AT,
    select: threadSummarySelect,
  });
  const found = new Map<string, TopicNews>();
  for (const thread of await threadSummaries(rows, language)) {
    const { topic } = thread;
    const news = found.get(topic.slug) ?? { topic, threads: [], count: 0 };
    if (news.count < SHOWN) news.threads.push(thread);
    found.set(topic.slug, { ...news, count: news.count + 1 });
  }
  return [...found.values()];
}

/** How many threads `readTopicNews` would find. */
export async function countTopicNews(member: Member, watched: ReadonlySet<string>): Promise<number> {
  const where = await newThreads(member, watched);
  return where ? db.thread.count({ where, take: LOOKED_AT }) : 0;
}

/** Marks what was begun up to now as read, in one topic or in all. */
export async function markTopicsRead(member: Member, slug: string | null): Promise<void> {
  const { topics } = await readFollowing(member);
  const marked = await db.topic.findMany({
    where: { id: { in: topics.map(({ id }) => id) }, ...(slug !== null && { slug }) },
    select: { id: true },
  });
  if (marked.length === 0) return;
  const since = currentHour().getTime() - NOTICED_FOR;
  const begun = await db.thread.findMany({
    where: {
      topicId: { in: marked.map(({ id }) => id) },
      createdAt: { gte: new Date(since) },
      ...listedThreads(member),
    },
    select: { id: true, topicId: true },
  });
  const ids = new Set(marked.map(({ id }) => id));
  const marking = (topic: FollowedTopic): FollowedTopic => {
    const seen = begun.filter(({ topicId }) => topicId === topic.id).map(({ id }) => id);
    // From when it was followed, what stood there before is no news.
    return ids.has(topic.id) ? { ...topic, from: Math.max(topic.from, since), seen } : topic;
  };
  await changeFollowing(member, ({ topics: kept, ...rest }) => ({ ...rest, topics: kept.map(marking) }));
}

/** The topics that the member follows, by name. */
export async function listFollowedTopics(member: Member, language: Language): Promise<TopicRef[]> {
  const { topics } = await readFollowing(member);
  const rows = await db.topic.findMany({
    where: { id: { in: topics.map(({ id }) => id) } },
    select: topicRefSelect,
  });
  return rows.map((row) => topicRef(row, language)).sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Null for who follows no topic. */
async function newThreads(member: Member, watched: ReadonlySet<string>): Promise<Prisma.ThreadWhereInput | null> {
  const { topics, muted, read } = await readFollowing(member);
  if (topics.length === 0) return null;
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  const own: Prisma.PostWhereInput = {
    number: 1,
    OR: [{ authorId: member.accountId }, { personaId: { in: personaIds } }],
  };
  return {
    AND: [
      listedThreads(member),
      {
        OR: topics.map(({ id, from, seen }) => ({
          topicId: id,
          createdAt: { gte: new Date(from) },
          id: { notIn: seen },
        })),
      },
      { id: { notIn: [...new Set([...muted, ...watched, ...Object.keys(read)])] } },
      { posts: { none: own } },
    ],
  };
}
