import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { threadSummaries, threadSummarySelect } from '../threads/thread-summary.server.ts';
import type { ThreadSummary } from '../threads/views.ts';
import type { News } from './count-news.server.ts';
import { changeFollowing, withMarks } from './kept.server.ts';
import { markTopicsRead, readTopicNews, type TopicNews } from './topic-news.server.ts';
import { findThreadNews, listWatched, type Watched } from './watched.server.ts';

export type InboxItem = News & { thread: ThreadSummary; because: Watched['because'] };

export type Inbox = { items: InboxItem[]; topics: TopicNews[] };

/**
 * What is new where the member wrote, under whatever name, in the threads and in the topics they follow. Computed from the posts at
 * each look: nothing was ever sent to anybody, so nothing stored says whom it concerns.
 */
export async function readInbox(member: Member, { language }: { language: Language }): Promise<Inbox> {
  const watched = await listWatched(member);
  const [found, topics] = await Promise.all([
    findThreadNews(member, watched),
    readTopicNews(member, { watched: new Set(watched.keys()), language }),
  ]);
  const rows = await db.thread.findMany({ where: { id: { in: [...found.keys()] } }, select: threadSummarySelect });
  const summaryOf = new Map<string, ThreadSummary>(
    (await threadSummaries(rows, language)).map((thread) => [thread.id, thread]),
  );
  const items = [...found.values()].flatMap(({ watched: { threadId, because }, news, firstNew }) => {
    const thread = summaryOf.get(threadId);
    return thread ? [{ thread, because, news, firstNew }] : [];
  });
  return { items, topics };
}

/** What to mark as read: everything, a thread, or what was begun in a topic. */
export type Marked = { kind: 'everything' } | { kind: 'thread'; id: string } | { kind: 'topic'; slug: string };

/** Marks as read what stands there now. */
export async function markAsRead(member: Member, what: Marked): Promise<void> {
  if (what.kind !== 'topic') await markThreadsRead(member, what.kind === 'thread' ? what.id : null);
  if (what.kind !== 'thread') await markTopicsRead(member, what.kind === 'topic' ? what.slug : null);
}

async function markThreadsRead(member: Member, threadId: string | null): Promise<void> {
  const watched = await listWatched(member);
  const ids = threadId === null ? [...watched.keys()] : [threadId].filter((id) => watched.has(id));
  const threads = await db.thread.findMany({ where: { id: { in: ids } }, select: { id: true, lastNumber: true } });
  const marks = Object.fromEntries(threads.map(({ id, lastNumber }) => [id, lastNumber]));
  await changeFollowing(member, ({ read, ...rest }) => ({ ...rest, read: withMarks(read, marks) }));
}
