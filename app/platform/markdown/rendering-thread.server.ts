import { availableParallelism, loadavg } from 'node:os';
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import type { Rendered } from './render.ts';

/** Milliseconds that a batch may take in the thread, on a machine that has time for it. */
const TIME_LIMIT = 1_000;
/** How often over the limit may be taken by a machine that has too much to do: its load is not the writer's fault. */
const MOST_PATIENCE = 4;
const HEAP_MB = 256;
/** Rendered when the thread starts, so that the first text need not pay for what is loaded and compiled then. */
const FIRST_WORDS = ['*a* [b](https://c.test)\n\n1. d\n\n|e|\n|-|\n|f|'];

type Worker = Piscina<readonly string[], Rendered[]>;

/** One worker thread that renders batches of texts, one batch at a time. */
export class RenderingThread {
  #file: URL;
  #worker: Worker | undefined;
  #awake: Promise<unknown> | undefined;
  /** The queue is here, so that the time a batch spends in it does not count against it. */
  #oneAtATime = pLimit(1);

  /** @param file exports by default what renders a batch; TypeScript where it ends in `.ts`. */
  constructor(file: URL) {
    this.#file = file;
  }

  /** Starts the thread and resolves when it is ready. */
  async wake(): Promise<void> {
    await this.#oneAtATime(() => this.#wakeWorker());
  }

  /** The texts rendered, in their order, or null where they took too long: the thread is then ended and replaced. */
  render(batch: readonly string[]): Promise<Rendered[] | null> {
    return this.#oneAtATime(async () => {
      const worker = await this.#wakeWorker();
      try {
        return await worker.run(batch, {
          signal: AbortSignal.timeout(timeAllowed(loadavg()[0], availableParallelism())),
        });
      } catch (error) {
        if (!isTimeOut(error) && !isOutOfMemory(error)) throw error;
        // Piscina has replaced the thread. The next batch waits until it is ready, outside its own time.
        this.#awake = firstWords(worker);
        return null;
      }
    });
  }

  /** Ends the thread; what it is doing is given up. Rendering again starts another. */
  async close(): Promise<void> {
    const [closing, awake] = [this.#worker, this.#awake];
    this.#worker = undefined;
    this.#awake = undefined;
    // A thread that is ended while it loads its modules can take the whole process with it (seen on Node 20).
    await Promise.allSettled([awake]);
    await closing?.destroy();
  }

  async #wakeWorker(): Promise<Worker> {
    const worker = (this.#worker ??= startWorker(this.#file));
    try {
      await (this.#awake ??= firstWords(worker));
    } catch (error) {
      await this.close();
      throw error;
    }
    return worker;
  }
}

/** Whoever renders next hears of it when these fail; until then nobody has to. */
function firstWords(worker: Worker): Promise<unknown> {
  const said = worker.run(FIRST_WORDS);
  said.catch(() => {});
  return said;
}

function startWorker(file: URL): Worker {
  return new Piscina({
    filename: file.href,
    execArgv: file.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [],
    // A thread that sleeps between tasks never comes to let go of what jsdom holds by weak references.
    atomics: 'disabled',
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
}

/** Milliseconds for a batch at this load of the machine: a whole number, as timers want it. */
export function timeAllowed(load = 0, processors = 1): number {
  return Math.ceil(TIME_LIMIT * Math.min(Math.max(load / processors, 1), MOST_PATIENCE));
}

function isTimeOut(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
