import type { ThreadSort } from '#app/domain/threads/list-threads.server.ts';
import { topicPath } from '#app/platform/urls.ts';

/** How a topic's threads are narrowed and ordered. */
export type ListView = { perspectives: readonly string[]; sort: ThreadSort };

/** A topic's threads seen so; `after` is the cursor of the page before. */
export function listPath(slug: string, { perspectives, sort }: ListView, after?: string): string {
  const query = new URLSearchParams(perspectives.map((perspective) => ['perspective', perspective]));
  if (sort !== 'latest') query.set('sort', sort);
  if (after !== undefined) query.set('after', after);
  return topicPath(slug) + (query.size > 0 ? `?${query.toString()}` : '');
}
