import { countRender } from '../metrics/metrics.ts';
import type { Rendered } from './render.ts';
import { RenderingThread } from './rendering-thread.server.ts';

export type { Rendered, RenderFault } from './render.ts';

/** Kept beside stored HTML. Raise it whenever the same source would give other HTML or other text than before. */
export const RENDER_VERSION = 3;

/** A batch of this size takes about a tenth of the time limit, so that somebody's post need not wait long behind it. */
const BATCH = { texts: 25, characters: 40_000 };

const TOO_SLOW: Rendered = { ok: false, fault: 'too-slow' };

// Built, all files of the server lie in one folder; in development the source runs as it stands.
const file = import.meta.url.includes('/markdown.server.ts') ? './worker.ts' : './markdown-worker.js';
let thread = new RenderingThread(new URL(file, import.meta.url));

/** Tests only: what the thread runs, built beforehand (testing/build-worker.ts). */
export function useWorkerFile(built: URL): void {
  thread = new RenderingThread(built);
}

/**
 * Renders Markdown to HTML that is safe to show, and to plain text, in a worker thread. A text that takes more than a second
 * there is refused as `too-slow` and the thread replaced; other texts wait meanwhile, requests do not.
 */
export async function renderMarkdown(source: string): Promise<Rendered> {
  return (await renderBatch([source]))?.[0] ?? TOO_SLOW;
}

/** `renderMarkdown` for many texts, in their order, with few messages to the thread. */
export async function renderMany(sources: readonly string[]): Promise<Rendered[]> {
  const batches = inBatches(sources).map(
    async (batch) => (await renderBatch(batch)) ?? Promise.all(batch.map(renderMarkdown)),
  );
  return (await Promise.all(batches)).flat();
}

async function renderBatch(sources: string[]): Promise<Rendered[] | null> {
  const started = performance.now();
  const rendered = await thread.render(sources);
  countRender(rendered !== null, performance.now() - started);
  return rendered;
}

/** Starts the worker thread in the background and resolves when it is ready; whoever does not wait may go on. */
export function warmUp(): Promise<void> {
  return thread.wake();
}

/** Ends the worker thread. What is being rendered is given up; rendering again starts a new one. */
export function closeMarkdown(): Promise<void> {
  return thread.close();
}

function inBatches(sources: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = 0;
  for (const source of sources) {
    const last = batches.at(-1);
    characters += source.length;
    if (last && last.length < BATCH.texts && characters <= BATCH.characters) {
      last.push(source);
    } else {
      batches.push([source]);
      characters = source.length;
    }
  }
  return batches;
}
