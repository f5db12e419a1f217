import type { ThreadSort } from '#app/domain/threads/list-threads.server.ts';

/** How a list of threads is narrowed and ordered. */
export type ListView = { perspectives: readonly string[]; sort: ThreadSort };

/** The list at `path` (a topic's, or all threads) seen so; `after` is the cursor of the page before. */
export function listPath(path: string, { perspectives, sort }: ListView, after?: string): string {
  const query = new URLSearchParams(perspectives.map((perspective) => ['perspective', perspective]));
  if (sort !== 'latest') query.set('sort', sort);
  if (after !== undefined) query.set('after', after);
  return path + (query.size > 0 ? `?${query.toString()}` : '');
}
