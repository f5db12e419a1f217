import type { Language } from '#app/i18n/languages.ts';
import type { Prisma } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { topicNames, type TopicNames } from '../topics/taxonomy.server.ts';
import type { ThreadId, ThreadSummary } from './views.ts';

/** Select constant: all that a list shows of a thread. */
export const threadSummarySelect = {
  id: true,
  slug: true,
  title: true,
  topicId: true,
  kind: true,
  language: true,
  perspective: true,
  question: true,
  contentWarning: true,
  state: true,
  lockedAt: true,
  pinnedUntil: true,
  isKeptOut: true,
  replyCount: true,
  clientReplies: true,
  practitionerReplies: true,
  createdAt: true,
  lastActivityAt: true,
  externalRef: true,
} as const satisfies Prisma.ThreadSelect;

type ThreadSummaryRow = Prisma.ThreadGetPayload<{ select: typeof threadSummarySelect }>;

/**
 * Rows as lists show them, in their order.
 *
 * @param language of the topics' names, not of the threads.
 */
export async function threadSummaries(rows: readonly ThreadSummaryRow[], language: Language): Promise<ThreadSummary[]> {
  const names = await topicNames(
    rows.map(({ topicId }) => topicId),
    language,
  );
  return rows.map((row) => summary(row, names));
}

/** The same of one. */
export async function threadSummary(row: ThreadSummaryRow, language: Language): Promise<ThreadSummary> {
  return summary(row, await topicNames([row.topicId], language));
}

function summary(row: ThreadSummaryRow, names: TopicNames): ThreadSummary {
  return {
    id: row.id as ThreadId,
    slug: row.slug,
    title: row.title,
    topic: names(row.topicId),
    kind: row.kind,
    language: row.language,
    perspective: row.perspective,
    question: row.question,
    contentWarning: row.contentWarning,
    state: row.state,
    locked: row.lockedAt !== null,
    pinned: row.pinnedUntil !== null && row.pinnedUntil > now(),
    keptOut: row.isKeptOut,
    replies: row.replyCount,
    clientReplies: row.clientReplies,
    practitionerReplies: row.practitionerReplies,
    createdAt: row.createdAt,
    lastActivityAt: row.lastActivityAt,
    externalRef: row.externalRef,
  };
}
