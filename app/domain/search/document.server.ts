import type { Prisma } from '#prisma/client.ts';
import type { SearchDocument } from '#search/engine.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { DAY_MS } from '#app/platform/times.ts';
import { GUEST } from '../identity/viewer.ts';
import { visiblePosts } from '../posts/visibility.server.ts';
import type { TopicTexts } from '../topics/schema.ts';
import { textsOf, topicRefSelect } from '../topics/topic-ref.ts';

/** The posts that are in the index: what a guest may read. */
export const indexedPosts: Prisma.PostWhereInput = visiblePosts(GUEST);

/** Select constant: all that a document is made of. Nothing of who wrote. */
export const documentSelect = {
  id: true,
  number: true,
  perspective: true,
  language: true,
  text: true,
  createdAt: true,
  thread: {
    select: {
      id: true,
      title: true,
      situation: true,
      whatIHaveTried: true,
      question: true,
      kind: true,
      replyCount: true,
      lastActivityAt: true,
      topic: { select: topicRefSelect },
    },
  },
} as const satisfies Prisma.PostSelect;

type DocumentRow = Prisma.PostGetPayload<{ select: typeof documentSelect }>;

export function documentOf(post: DocumentRow): SearchDocument {
  const { thread } = post;
  return {
    id: post.id,
    threadId: thread.id,
    part: post.number === 1 ? 'opening' : 'reply',
    title: thread.title,
    topicLabels: labelsOf(thread.topic),
    body: searchedText(post),
    topicGroup: thread.topic.group?.slug ?? '',
    topic: thread.topic.slug,
    perspective: post.perspective,
    kind: thread.kind,
    language: post.language,
    createdDay: dayOf(post.createdAt),
    lastActivityDay: dayOf(thread.lastActivityAt),
    replyCountBucket: bucketOf(thread.replyCount),
    answered: thread.replyCount > 0,
  };
}

type SearchedPost = Pick<DocumentRow, 'number' | 'text'> & {
  thread: Pick<DocumentRow['thread'], 'situation' | 'whatIHaveTried' | 'question'>;
};

/** What is searched and quoted of a post: its text, and for an opening the answers of the form around it. */
export function searchedText({ number, text, thread }: SearchedPost): string {
  if (number !== 1) return text;
  return [thread.situation, text, thread.whatIHaveTried, thread.question].filter(Boolean).join('\n\n');
}

function labelsOf(topic: DocumentRow['thread']['topic']): string[] {
  const texts = [textsOf(topic), ...(topic.group ? [textsOf(topic.group)] : [])];
  return texts.flatMap((text) => LANGUAGES.flatMap((language) => labelsIn(text[language])));
}

function labelsIn({ name, synonyms }: TopicTexts['en']): string[] {
  return [name, ...synonyms];
}

/** Days since 1970-01-01. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS);
}

const BUCKETS = [1000, 500, 200, 100, 50, 20, 10, 5, 3, 2, 1, 0];

/** Replies in steps, so that few of them change a document. */
function bucketOf(replies: number): number {
  return BUCKETS.find((bucket) => replies >= bucket) ?? 0;
}
