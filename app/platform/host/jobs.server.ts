import { forgetFailures } from '#app/domain/identity/failed-sign-ins.server.ts';
import { prolongUsedSessions } from '#app/domain/identity/sessions.server.ts';
import { closeSilentThreads } from '#app/domain/moderation/threads/close-silent-threads.server.ts';
import { carryOutErasures } from '#app/domain/privacy/persona-erasures.server.ts';
import { repairIndexes } from '#app/domain/search/repair-index.server.ts';
import { flushViews } from '#app/domain/threads/view-count.server.ts';
import { currentDatabase } from '../db.server.ts';
import type { Job } from '../jobs/job.ts';
import { openJobRoom } from '../jobs/job-room.server.ts';
import { log, withoutContent } from '../log.server.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AGAIN = { limit: 3, delay: MINUTE };

/** What one process does for all. Each is for everybody together, and says of nobody when they were here. */
const JOBS: readonly Job[] = [
  { name: 'forget-failed-sign-ins', every: HOUR, atMost: 10 * MINUTE, retries: AGAIN, run: forgetFailures },
  { name: 'erase-personas', every: HOUR, atStart: true, atMost: HOUR, retries: AGAIN, run: carryOutErasures },
  { name: 'close-silent-threads', every: HOUR, atStart: true, atMost: HOUR, retries: AGAIN, run: closeSilentThreads },
  { name: 'repair-search-indexes', every: DAY, atMost: 6 * HOUR, retries: AGAIN, run: repairIndexes },
];

/**
 * What each process writes down in one batch of what it kept in memory since, how often in s; at its end once more, since it
 * would be lost with the process.
 */
const BATCHES = [
  { name: 'count-views', every: MINUTE, run: flushViews },
  { name: 'prolong-sessions', every: DAY, run: prolongUsedSessions },
] as const;

/** Starts the background jobs and gives the function that ends them. */
export async function startJobs(): Promise<() => Promise<void>> {
  const room = await openJobRoom(currentDatabase(), JOBS);
  const stopBatches = startBatches();
  return async () => {
    await room.stop();
    await stopBatches();
  };
}

function startBatches(): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const start = ({ name, run }: (typeof BATCHES)[number]): void => {
    const batch = run()
      .catch((error: unknown) => log.error({ job: name, ...withoutContent(error) }, 'job failed'))
      .finally(() => running.delete(batch));
    running.add(batch);
  };
  const timers = BATCHES.map((batch) => setInterval(() => start(batch), batch.every * 1_000));
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running);
    BATCHES.forEach(start);
    await Promise.all(running);
  };
}
