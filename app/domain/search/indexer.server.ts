import { setTimeout as pause } from 'node:timers/promises';
import { currentDatabase, db } from '#app/platform/db.server.ts';
import { log, withoutContent } from '#app/platform/log.server.ts';
import { Bell } from './bell.ts';
import { indexedPosts } from './document.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { rebuildIndex } from './rebuild-index.server.ts';
import { keepMeilisearch } from './keep-meilisearch.server.ts';
import { meilisearch } from './meilisearch.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Ms between looks at the outbox when no notice comes; rows that wait for another try give none. */
const POLL = 1_000;
/** Ms from a notice to the look: what is written one after the other is indexed together, and who writes next has the machine. */
const GATHER = 100;

/**
 * Keeps the indexes in line with the posts for as long as the process runs: it wakes when a transaction that changed something
 * commits. An index that is empty beside posts that are not is filled first. Failures are logged and tried again.
 */
export async function startIndexer(): Promise<{ stop(): Promise<void> }> {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  const unlisten = await currentDatabase().listen('outbox', ring);
  const poll = setInterval(ring, POLL);
  const engine = meilisearch();
  // What was to be told to a Meilisearch that is no more part of this forum is not told to anybody.
  if (!engine) await db.outbox.deleteMany({ where: { stage: { not: 'index' } } });
  const keeper = engine && keepMeilisearch(engine);
  const finished = work(bell, () => keeper?.ring());
  return {
    async stop() {
      clearInterval(poll);
      bell.close();
      await unlisten();
      await finished;
      await keeper?.stop();
    },
  };
}

async function work(bell: Bell, onDrained: () => void): Promise<void> {
  let caughtUp = false;
  do {
    try {
      if (!caughtUp) await fillEmptyIndex();
      caughtUp = true;
      await drainOutbox();
      onDrained();
    } catch (error) {
      log.error(withoutContent(error), 'search index not updated');
    }
  } while (await rungAWhileAgo(bell));
}

async function rungAWhileAgo(bell: Bell): Promise<boolean> {
  if (!(await bell.rung())) return false;
  await pause(GATHER);
  return true;
}

async function fillEmptyIndex(): Promise<void> {
  const { documents } = await postgresEngine(db).health();
  if (documents > 0 || (await db.post.count({ where: indexedPosts, take: 1 })) === 0) return;
  await rebuildIndex();
}
