import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Rendered } from './render.ts';

export type { Rendered, RenderFault } from './render.ts';

/** Kept beside stored HTML. Raise it whenever the same source would give other HTML or other text than before. */
export const RENDER_VERSION = 1;

/** Milliseconds that one text, or one batch of `renderMany`, may take in the worker. */
const TIME_LIMIT = 1_000;
/** A batch of this size takes about a tenth of the limit, so that somebody's post need not wait long behind it. */
const BATCH = { texts: 25, characters: 40_000 };
const WORKER_HEAP_MB = 256;

/** Tasks go in one at a time, so that the time one spends in the queue does not count against it. */
const oneAtATime = pLimit(1);
let pool: Piscina<readonly string[], Rendered[]> | undefined;
let awake: Promise<unknown> | undefined;

/**
 * Renders Markdown to HTML that is safe to show, and to plain text, in a worker thread. A text that takes more than a second
 * there is refused as `too-slow` and the thread replaced; other texts wait meanwhile, requests do not.
 */
export async function renderMarkdown(source: string): Promise<Rendered> {
  const [rendered] = await renderBatch([source]);
  return rendered ?? TOO_SLOW;
}

/** `renderMarkdown` for many texts, in their order, with few messages to the thread. */
export async function renderMany(sources: readonly string[]): Promise<Rendered[]> {
  const batches = inBatches(sources).map(async (batch) => {
    const rendered = await renderBatch(batch);
    return rendered.length === batch.length ? rendered : Promise.all(batch.map(renderMarkdown));
  });
  return (await Promise.all(batches)).flat();
}

/** Starts the worker thread in the background and resolves when it is ready; whoever does not wait may go on. */
export async function warmUp(): Promise<void> {
  await oneAtATime(wakeWorker);
}

/** Ends the worker thread. What is being rendered is given up; rendering again starts a new one. */
export async function closeMarkdown(): Promise<void> {
  const closing = pool;
  pool = undefined;
  awake = undefined;
  await closing?.destroy();
}

const TOO_SLOW: Rendered = { ok: false, fault: 'too-slow' };

/** The batch rendered, or nothing if it took too long. */
function renderBatch(batch: readonly string[]): Promise<Rendered[]> {
  return oneAtATime(async () => {
    const worker = await wakeWorker();
    try {
      return await worker.run(batch, { signal: AbortSignal.timeout(TIME_LIMIT) });
    } catch (error) {
      if (!isTimeOut(error) && !isOutOfMemory(error)) throw error;
      // Piscina has ended the thread. The next text waits for the new one, outside its own time.
      awake = undefined;
      return [];
    }
  });
}

async function wakeWorker(): Promise<Piscina<readonly string[], Rendered[]>> {
  pool ??= createPool();
  const waking = (awake ??= pool.run([]));
  try {
    await waking;
  } catch (error) {
    await closeMarkdown();
    throw error;
  }
  return pool;
}

function createPool(): Piscina<readonly string[], Rendered[]> {
  // Built, all files of the server lie in one folder; in development and in tests the source runs as it stands.
  const isSource = import.meta.url.includes('/markdown.server.ts');
  const file = isSource ? './worker.ts' : './markdown-worker.js';
  return new Piscina({
    filename: new URL(file, import.meta.url).href,
    execArgv: isSource ? ['--import', 'tsx'] : [],
    // A thread that sleeps between tasks never comes to let go of what jsdom holds by weak references.
    atomics: 'disabled',
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
}

function inBatches(sources: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = Infinity;
  for (const source of sources) {
    characters += source.length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= BATCH.texts || characters > BATCH.characters) {
      batches.push([source]);
      characters = source.length;
    } else {
      last.push(source);
    }
  }
  return batches;
}

function isTimeOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
