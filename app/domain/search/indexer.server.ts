import { currentDatabase, db } from '#app/platform/db.server.ts';
import { log, withoutContent } from '#app/platform/log.server.ts';
import { indexedPosts } from './document.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { rebuildIndex } from './rebuild-index.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Ms between looks at the outbox when no notice comes; rows that wait for another try give none. */
const POLL = 1_000;

/**
 * Keeps the index in line with the posts for as long as the process runs: it wakes when a transaction that changed something
 * commits. An index that is empty beside posts that are not is filled first. Failures are logged and tried again.
 */
export async function startIndexer(): Promise<{ stop(): Promise<void> }> {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  const unlisten = await currentDatabase().listen('outbox', ring);
  const poll = setInterval(ring, POLL);
  const finished = work(bell);
  return {
    async stop() {
      clearInterval(poll);
      bell.close();
      await unlisten();
      await finished;
    },
  };
}

async function work(bell: Bell): Promise<void> {
  let caughtUp = false;
  do {
    try {
      if (!caughtUp) await fillEmptyIndex();
      caughtUp = true;
      await drainOutbox();
    } catch (error) {
      log.error(withoutContent(error), 'search index not updated');
    }
  } while (await bell.rung());
}

async function fillEmptyIndex(): Promise<void> {
  const { documents } = await postgresEngine(db).health();
  if (documents > 0 || (await db.post.count({ where: indexedPosts, take: 1 })) === 0) return;
  await rebuildIndex();
}

/** Remembers that it was rung while nobody listened. */
class Bell {
  #rung = false;
  #closed = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** Waits for the next ring; false once the bell is closed. */
  async rung(): Promise<boolean> {
    if (!this.#rung && !this.#closed) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    this.#rung = false;
    return !this.#closed;
  }
}
