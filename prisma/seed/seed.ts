import pLimit from 'p-limit';
import { currentDatabase, db } from '#app/platform/db.server.ts';
import { DEMO_THREADS } from './demo-content.ts';
import { seedDemoThreads } from './seed-demo-threads.ts';
import { seedTopics, TAXONOMY } from './seed-topics.ts';
import { listSeeded } from '#app/domain/settings/seeded.server.ts';

/** Any number that nothing else in the same database takes an advisory lock on. */
const LOCK = 4_101_977_002n;
/** Ms that a start may wait for another one's seed, and take for its own. */
const PATIENCE = 120_000;

const oneAtATime = pLimit(1);

/**
 * Gives a new forum its topics and, with `demo`, the demonstration threads. Safe to call at every start and from several
 * processes at once: what was seeded before is not seeded again, even when it has been removed since. `log` hears of what
 * takes time; a start with nothing to do costs two look-ups and is silent.
 */
export async function seed({ demo, log }: { demo: boolean; log: (line: string) => void }): Promise<void> {
  if (await isDone(demo)) return;
  await alone(async () => {
    log('Laying out the topics …');
    await seedTopics();
    if (!demo) return;
    log('Adding the demonstration threads (DEMO=0 for none) …');
    await seedDemoThreads();
  });
}

/** Runs `work` while no other process seeds the same database. The embedded one has no other process. */
function alone(work: () => Promise<void>): Promise<void> {
  return oneAtATime(async () => {
    if (currentDatabase().kind === 'embedded') return work();
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
        await work();
      },
      { timeout: PATIENCE },
    );
  });
}

async function isDone(demo: boolean): Promise<boolean> {
  const topics = await listSeeded('topics');
  if (TAXONOMY.some(({ slug }) => !topics.has(slug))) return false;
  if (!demo) return true;
  const threads = await listSeeded('threads');
  return DEMO_THREADS.every(({ slug }) => threads.has(slug));
}
