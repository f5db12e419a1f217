import { db } from '#app/platform/db.server.ts';
import { RENDER_VERSION, renderMany } from '#app/platform/markdown/markdown.server.ts';

const BATCH = 100;

/**
 * Renders again what an earlier version of the renderer made: run once after a start, in small batches beside everything else.
 * `signal` ends it after the batch at hand. A post whose text the present renderer refuses keeps its old HTML and is not tried again.
 *
 * @returns how many posts were rendered.
 */
export async function refreshStaleHtml(signal?: AbortSignal): Promise<number> {
  let refreshed = 0;
  while (signal?.aborted !== true) {
    const posts = await db.post.findMany({
      where: { renderVersion: { lt: RENDER_VERSION }, state: { not: 'erased' } },
      take: BATCH,
      select: { id: true, version: true, body: true },
    });
    if (posts.length === 0) return refreshed;
    const rendered = await renderMany(posts.map((post) => post.body));
    for (const [index, { id, version }] of posts.entries()) {
      const result = rendered[index];
      await db.post.updateMany({
        // Not over what was edited or taken back meanwhile.
        where: { id, version, state: { not: 'erased' } },
        data: { renderVersion: RENDER_VERSION, ...(result?.ok ? { html: result.html, text: result.text } : {}) },
      });
      refreshed += 1;
    }
  }
  return refreshed;
}
