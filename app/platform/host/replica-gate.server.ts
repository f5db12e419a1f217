import { setTimeout as pause } from 'node:timers/promises';
import type { Replica } from '#prisma/client.ts';
import { log, withoutContent } from '../log.server.ts';

/** Ms between looks at how far the replica is, while something is on its way to it. */
const LOOK_EVERY = 25;
/** Ms to wait when it does not answer. */
const LATER = 1_000;

/** Stands for whatever may have changed. */
const EVERYTHING = '*';

/** What a replica may not have yet: changes are let through once it has passed the place in the log at which they were made. */
export class ReplicaGate {
  readonly #replica: Replica;
  readonly #stopping = new AbortController();
  /** Tags of changes, with the number of the latest that has each. */
  readonly #onTheWay = new Map<string, number>();
  #latest = 0;
  #looking: Promise<void> | undefined;

  constructor(replica: Replica) {
    this.#replica = replica;
    // What was written before this instance listened.
    this.changeAll();
  }

  change(tags: readonly string[]): void {
    this.#latest++;
    for (const tag of tags) this.#onTheWay.set(tag, this.#latest);
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
  }

  changeAll(): void {
    this.change([EVERYTHING]);
  }

  /** The tags of what the replica may still show as it was. */
  onTheWay(): ReadonlySet<string> {
    return new Set(this.#onTheWay.keys());
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
  }

  async #look(): Promise<void> {
    while (this.#onTheWay.size > 0 && !this.#isStopping()) {
      const upTo = this.#latest;
      try {
        const place = await this.#replica.whereNow();
        while (!(await this.#replica.hasPassed(place))) await this.#pause(LOOK_EVERY);
        for (const [tag, number] of this.#onTheWay) if (number <= upTo) this.#onTheWay.delete(tag);
      } catch (error) {
        if (this.#isStopping()) return;
        log.warn(withoutContent(error), 'the replica does not answer: guests are read to from the database itself');
        await this.#pause(LATER).catch(() => undefined);
      }
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #pause(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.#stopping.signal });
  }
}

/** Whether a page with these tags may show what was on its way. */
export function mayBeBehind(onTheWay: ReadonlySet<string>, tags: ReadonlySet<string>): boolean {
  return onTheWay.has(EVERYTHING) || [...tags].some((tag) => onTheWay.has(tag));
}
