import { refreshStaleHtml } from '#app/domain/posts/refresh-stale-html.server.ts';
import { log, withoutContent } from '../log.server.ts';
import { warmUp } from '../markdown/markdown.server.ts';

/**
 * Readies the renderer, so that the first post need not wait for it, and renders again what an earlier version of it made, in
 * the background. The returned function lets the batch at hand end and stops; the next start goes on from there.
 */
export function startRefreshing(): () => Promise<void> {
  const stopping = new AbortController();
  const refreshing = warmUp()
    .then(() => refreshStaleHtml(stopping.signal))
    .catch((error: unknown) =>
      log.error(withoutContent(error), 'posts of an earlier renderer were not rendered again'),
    );
  return async () => {
    stopping.abort();
    await refreshing;
  };
}
