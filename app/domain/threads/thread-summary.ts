import type { Language } from '#app/i18n/languages.ts';
import type { Prisma } from '#prisma/client.ts';
import { now } from '#app/platform/clock.server.ts';
import { topicRef, topicRefSelect } from '../topics/topic-ref.ts';
import type { ThreadId, ThreadSummary } from './views.ts';

/** Select constant: all that a list shows of a thread. */
export const threadSummarySelect = {
  id: true,
  slug: true,
  title: true,
  topic: { select: topicRefSelect },
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

/** @param language of the topic's name, not of the thread. */
export function threadSummary(row: ThreadSummaryRow, language: Language): ThreadSummary {
  return {
    id: row.id as ThreadId,
    slug: row.slug,
    title: row.title,
    topic: topicRef(row.topic, language),
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
