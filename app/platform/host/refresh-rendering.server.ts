import { refreshStaleHtml } from '#app/domain/posts/refresh-stale-html.server.ts';
import { log, withoutContent } from '../log.server.ts';
import { warmUp } from '../markdown/markdown.server.ts';

/**
 * Readies the renderer, so that the first post need not wait for it, and renders again what an earlier version of it made, in
 * the background. The returned function lets the batch at hand end and stops; the next start goes on from there.
 */
export function startRefreshing(): () => Promise<void> {
  const stopping = new AbortController();
  let refreshing: Promise<unknown> = Promise.resolve();
  const begin = (): void => {
    if (stopping.signal.aborted) return;
    refreshing = refreshStaleHtml(stopping.signal).catch(complain);
  };
  // Who stops does not wait for what is not ready yet.
  warmUp().then(begin, (error: unknown) => stopping.signal.aborted || complain(error));
  return async () => {
    stopping.abort();
    await refreshing;
  };
}

function complain(error: unknown): void {
  log.error(withoutContent(error), 'posts of an earlier renderer were not rendered again');
}
