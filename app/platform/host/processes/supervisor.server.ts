import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../../log.server.ts';
import { GatheredMetrics, tell } from './gathered-metrics.server.ts';
import type { FromProcess } from './messages.ts';

/** Ms that a process has to live for its end not to count as one at once. */
const AT_ONCE = 10_000;
/** So many that end at once, one after the other, are a fault that another one would not mend. */
const MOST_IN_A_ROW = 6;
/** Ms before the next is tried: doubled each time. */
const BACK_OFF = { first: 500, longest: 10_000 } as const;
/** Ms that a process has to end by itself; its own patience with whoever is being answered is less. */
const CUT_OFF = 12_000;

/** A web process ended before it served anybody; it has said why. */
export class NotStarted extends Error {
  override name = 'NotStarted';
}

/**
 * Keeps a number of web processes alike, which share a port: one that ends unasked is replaced, and all can be replaced one after the
 * other with somebody there all the time. The system hands no connection to a process itself: node:cluster takes each and gives it to
 * one that listens, so that none is lost when one leaves.
 */
export class Supervisor {
  readonly #backOff: { readonly first: number; readonly longest: number };
  readonly #metrics = new GatheredMetrics();
  /** Those that serve, with when they began. One that was told to leave is no longer among them. */
  readonly #serving = new Map<Worker, number>();
  /** Those that have yet to come to serving: a message would reach nobody. */
  readonly #starting = new Set<Worker>();
  readonly #ending = new AbortController();
  #endedAtOnce = 0;
  #restart = Promise.resolve();
  #giveUp: (fault: Error) => void = () => undefined;
  /** Rejects when the processes end again and again as soon as they have begun. */
  readonly givenUp: Promise<never>;

  /** @param program The file that a process runs: it says `ready`, and leaves when it is told to (messages.ts). */
  constructor(program: string, backOff: { first: number; longest: number } = BACK_OFF) {
    cluster.setupPrimary({ exec: program, args: [] });
    this.#backOff = backOff;
    this.givenUp = new Promise((_resolve, reject) => (this.#giveUp = reject));
    // Who never waits for it is not told of it.
    this.givenUp.catch(() => undefined);
  }

  /**
   * Starts one, which may have to bring the database up to date, and when it serves the others.
   *
   * @returns the address at which they serve.
   * @throws NotStarted when one does not come to serving.
   */
  async start(count: number): Promise<string> {
    const origin = await this.#startOne();
    await Promise.all(Array.from({ length: count - 1 }, () => this.#startOne()));
    return origin;
  }

  /** Replaces every process, one after the other, each when the one in its place serves. Where that does not start, the old ones stay. */
  replaceAll(): Promise<void> {
    this.#restart = this.#restart.then(() => this.#replaceAll());
    return this.#restart;
  }

  /** Ends all of them, as soon as each has answered what it was asked. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#serving.clear();
    await Promise.all(Object.values(cluster.workers ?? {}).map(async (worker) => worker && this.#end(worker)));
  }

  #end(worker: Worker): Promise<void> {
    if (this.#starting.has(worker)) return untilEnded(worker, () => void worker.process.kill('SIGTERM'));
    return dismiss(worker, false);
  }

  async #replaceAll(): Promise<void> {
    for (const old of [...this.#serving.keys()]) {
      if (this.#isEnding()) return;
      if (!this.#serving.has(old)) continue;
      try {
        await this.#startOne();
      } catch {
        log.error('no new web process started: those that serve go on');
        return;
      }
      if (this.#serving.delete(old)) await dismiss(old, true);
    }
    log.info('all web processes replaced');
  }

  async #startOne(): Promise<string> {
    const worker = cluster.fork();
    this.#starting.add(worker);
    const origin = await untilReady(worker).finally(() => this.#starting.delete(worker));
    this.#metrics.add(worker);
    this.#serving.set(worker, performance.now());
    worker.once('exit', (code, signal) => void this.#ended(worker, { code, signal }));
    return origin;
  }

  async #ended(worker: Worker, how: { code: number; signal: string }): Promise<void> {
    const since = this.#serving.get(worker);
    if (since === undefined || this.#isEnding()) return;
    this.#serving.delete(worker);
    log.error(how, 'a web process ended: another takes its place');
    if (performance.now() - since > AT_ONCE) this.#endedAtOnce = 0;
    while (!this.#isEnding()) {
      if (++this.#endedAtOnce > MOST_IN_A_ROW) {
        this.#giveUp(new Error('Web processes end again and again as soon as they have started.'));
        return;
      }
      try {
        await this.#pause();
        await this.#startOne();
        return;
      } catch (error) {
        if (error instanceof NotStarted) log.error('a web process did not start');
      }
    }
  }

  #isEnding(): boolean {
    return this.#ending.signal.aborted;
  }

  #pause(): Promise<void> {
    const { first, longest } = this.#backOff;
    const ms = Math.min(longest, first * 2 ** (this.#endedAtOnce - 1));
    return pause(ms, undefined, { signal: this.#ending.signal });
  }
}

function untilReady(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromProcess): void => {
      if (message.kind !== 'ready') return;
      worker.off('message', onMessage);
      resolve(message.origin);
    };
    worker.on('message', onMessage);
    worker.once('exit', () => reject(new NotStarted('A web process did not start.')));
  });
}

/** @param isReplaced whether another serves in its place already. */
function dismiss(worker: Worker, isReplaced: boolean): Promise<void> {
  return untilEnded(worker, () => tell(worker, { kind: 'leave', isReplaced }));
}

/** Asks a process to end, and cuts it off if it does not. */
async function untilEnded(worker: Worker, ask: () => void): Promise<void> {
  if (worker.isDead()) return;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const impatience = setTimeout(() => {
    log.error('a web process did not end by itself: it is cut off');
    worker.process.kill('SIGKILL');
  }, CUT_OFF);
  ask();
  await ended;
  clearTimeout(impatience);
}
