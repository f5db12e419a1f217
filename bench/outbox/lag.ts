import { setTimeout as pause } from 'node:timers/promises';
import { db } from '#app/platform/db.server.ts';

/** Ms between looks. */
const LOOK = 200;

/** How long the oldest change that an index has yet to hear of has waited, in ms. */
export class Lag {
  readonly #written = new Map<string, number>();
  #most = 0;

  /** This post was written now. */
  note(postId: string): void {
    this.#written.set(postId, performance.now());
  }

  /** The most that was seen since it was last asked. */
  takeMost(): number {
    const most = this.#most;
    this.#most = 0;
    return most;
  }

  /** Looks again and again until it is stopped; then no look is under way any more. */
  watch(): { stop(): Promise<void> } {
    const stopping = new AbortController();
    const finished = (async () => {
      while (!stopping.signal.aborted) {
        await this.#look();
        await pause(LOOK);
      }
    })();
    return {
      stop: () => {
        stopping.abort();
        return finished;
      },
    };
  }

  /** Gives the ms until the lag is at most `bar`. @throws when that takes longer than `within`. */
  async untilBelow(bar: number, within: number): Promise<number> {
    const started = performance.now();
    while ((await this.#look()) > bar) {
      if (performance.now() - started > within) throw new Error(`The indexes have not caught up within ${within} ms`);
      await pause(LOOK);
    }
    return performance.now() - started;
  }

  async #look(): Promise<number> {
    const waiting = await db.outbox.findMany({ select: { entityId: true } });
    const now = performance.now();
    // Before anything was written what waits has waited since before the drill; afterwards it is of a reply that is just being acknowledged.
    const unknown = this.#written.size === 0 ? 0 : now;
    const lag = waiting.reduce(
      (most, { entityId }) => Math.max(most, now - (this.#written.get(entityId) ?? unknown)),
      0,
    );
    this.#most = Math.max(this.#most, lag);
    return lag;
  }
}
