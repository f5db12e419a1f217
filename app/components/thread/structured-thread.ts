import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { memberPath, threadPath } from '#app/platform/urls.ts';

type Described = { thread: ThreadView; opening: ShownPost | undefined; description: string };

/**
 * A thread as search engines read it (schema.org/DiscussionForumPosting). It says no more than the page does: of a text with a
 * warning the warning, names as they stand above it, times to the hour. The posts themselves are not said twice.
 */
export function structuredThread({ thread, opening, description }: Described) {
  return (origin: string): Record<string, unknown> => ({
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    headline: thread.title,
    text: description,
    url: origin + threadPath(thread),
    inLanguage: thread.language,
    datePublished: thread.createdAt,
    articleSection: thread.topic.name,
    ...(opening && { author: writer(opening.author, origin) }),
    commentCount: thread.replies,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/CommentAction',
      userInteractionCount: thread.replies,
    },
  });
}

/** A pen name has a page; an alias has none, and nothing leads on from it. */
function writer({ kind, name }: ShownPost['author'], origin: string) {
  return { '@type': 'Person', name, ...(kind === 'pen' && { url: origin + memberPath(name) }) };
}
