import type { Stretch } from '#search/engine.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readStretch } from './rebuild-index.server.ts';

/** Posts read at once: a reader of an embedded database hardly waits for as many. */
const READ = 200;
/** Seconds after which a rebuild that says nothing counts as broken off. */
const LEASE = 120;

/**
 * Fills a new Meilisearch index with all posts and puts it in the place of the old one, which answers until then. What is
 * written meanwhile reaches the old one at once and the new one when it is in place. `onProgress` hears how many posts are
 * done. Gives their number.
 *
 * @throws DomainError conflict while another rebuild goes on; EngineUnavailable, and the old index stays.
 */
export async function rebuildMeilisearch(
  engine: MeilisearchEngine,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  await begin();
  let done = 0;
  try {
    await engine.rebuild(
      stretches((read) => {
        done += read;
        onProgress(done);
      }),
    );
  } finally {
    await end();
  }
  return done;
}

async function* stretches(onRead: (posts: number) => void): AsyncGenerator<Stretch> {
  let after: string | null = null;
  do {
    await prolong();
    const { documents, upTo }: Awaited<ReturnType<typeof readStretch>> = await readStretch(db, after, READ);
    yield { range: { after, upTo }, documents };
    onRead(documents.length);
    after = upTo;
  } while (after !== null);
  // What is left to do, to compare and to swap, takes less than one lease.
  await prolong();
}

async function begin(): Promise<void> {
  const begun = await db.$executeRaw`
    INSERT INTO search_rebuilds (engine, until) VALUES ('meilisearch', now() + ${LEASE}::int * interval '1 second')
    ON CONFLICT (engine) DO UPDATE SET until = excluded.until WHERE search_rebuilds.until < now()`;
  if (begun === 0) throw new DomainError('conflict', 'The search index is being rebuilt already');
}

async function prolong(): Promise<void> {
  await db.$executeRaw`
    UPDATE search_rebuilds SET until = now() + ${LEASE}::int * interval '1 second' WHERE engine = 'meilisearch'`;
}

async function end(): Promise<void> {
  await db.$transaction([
    db.searchRebuild.deleteMany({ where: { engine: 'meilisearch' } }),
    db.outbox.updateMany({ where: { stage: 'replay' }, data: { stage: 'relay' } }),
  ]);
}
