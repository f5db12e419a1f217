import type { PostView } from '#app/domain/posts/views.ts';
import type { ApiSearchResult } from '#app/domain/search/views.ts';
import type { ThreadSummary, ThreadView } from '#app/domain/threads/views.ts';
import type { TopicGroupView } from '#app/domain/topics/views.ts';
import { postPath, threadPath } from '#app/platform/urls.ts';
import type { PostAnswerPart, SearchAnswer, ThreadDetailAnswer, ThreadSummaryAnswer, TopicsAnswer } from './answers.ts';

/** What the domain shows its viewers, as the public API says it. Addresses are absolute, on `origin`. */

export function threadSummaryAnswer(thread: ThreadSummary, origin: string): ThreadSummaryAnswer {
  return {
    id: thread.id,
    slug: thread.slug,
    title: thread.title,
    topic: thread.topic.slug,
    kind: thread.kind,
    language: thread.language,
    perspective: thread.perspective,
    replies: thread.replies,
    createdAt: thread.createdAt.toISOString(),
    lastActivityAt: thread.lastActivityAt.toISOString(),
    url: origin + threadPath(thread),
    externalRef: thread.externalRef,
  };
}

export function threadDetailAnswer(thread: ThreadView, origin: string): ThreadDetailAnswer {
  return {
    ...threadSummaryAnswer(thread, origin),
    question: thread.question,
    contentWarning: thread.contentWarning,
    locked: thread.locked,
  };
}

export function postAnswer(post: PostView, origin: string): PostAnswerPart {
  const { edited } = post;
  return {
    id: post.id,
    number: post.number,
    perspective: post.perspective,
    author: { kind: post.author.kind, name: post.author.name },
    createdAt: post.createdAt.toISOString(),
    edited: edited && { by: edited.by, at: edited.at.toISOString(), reason: edited.reason },
    html: post.html,
    text: post.text,
    quoteOf: post.quoteOf?.id ?? null,
    url: origin + postPath(post.id),
  };
}

export function topicsAnswer(groups: readonly TopicGroupView[]): TopicsAnswer {
  return {
    groups: groups.map(({ slug, name, topics }) => ({
      slug,
      name,
      topics: topics.map((topic) => ({
        slug: topic.slug,
        name: topic.name,
        description: topic.description,
        synonyms: topic.synonyms,
        threads: topic.threads,
      })),
    })),
  };
}

export function searchAnswer({ hits, ...result }: ApiSearchResult, origin: string): SearchAnswer {
  return { ...result, hits: hits.map((hit) => ({ ...hit, url: origin + hit.url })) };
}
