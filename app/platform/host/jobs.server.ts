import { forgetFailures } from '#app/domain/identity/failed-sign-ins.server.ts';
import { prolongUsedSessions } from '#app/domain/identity/sessions.server.ts';
import { closeSilentThreads } from '#app/domain/moderation/threads/close-silent-threads.server.ts';
import { carryOutErasures } from '#app/domain/privacy/persona-erasures.server.ts';
import { repairIndexes } from '#app/domain/search/repair-index.server.ts';
import { flushViews } from '#app/domain/threads/view-count.server.ts';
import { log, withoutContent } from '../log.server.ts';

const MINUTE = 60_000;

type Job = { name: string; every: number; run: () => Promise<unknown>; atStart?: boolean; atEnd: boolean };

/**
 * What is done from time to time, and how often in ms. Each writes down in one batch, for everybody together, what was kept in
 * memory since: so no row tells when somebody was here. What would be lost with the process is done once more at its end; what
 * fell due while none ran, at its start.
 */
const JOBS: readonly Job[] = [
  { name: 'count-views', every: MINUTE, run: flushViews, atEnd: true },
  { name: 'prolong-sessions', every: 24 * 60 * MINUTE, run: prolongUsedSessions, atEnd: true },
  { name: 'forget-failed-sign-ins', every: 60 * MINUTE, run: forgetFailures, atEnd: false },
  { name: 'erase-personas', every: 60 * MINUTE, run: carryOutErasures, atStart: true, atEnd: false },
  { name: 'repair-search-indexes', every: 24 * 60 * MINUTE, run: repairIndexes, atEnd: false },
  { name: 'close-silent-threads', every: 60 * MINUTE, run: closeSilentThreads, atStart: true, atEnd: false },
];

/** Starts the background jobs and gives the function that ends them. */
export function startJobs(): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const start = (job: Job): void => {
    const run = job
      .run()
      .catch((error: unknown) => log.error({ job: job.name, ...withoutContent(error) }, 'job failed'))
      .finally(() => running.delete(run));
    running.add(run);
  };
  JOBS.filter((job) => job.atStart === true).forEach(start);
  const timers = JOBS.map((job) => setInterval(() => start(job), job.every));
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running);
    JOBS.filter((job) => job.atEnd).forEach(start);
    await Promise.all(running);
  };
}
