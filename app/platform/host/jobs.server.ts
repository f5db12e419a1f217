import { forgetFailures } from '#app/domain/identity/failed-sign-ins.server.ts';
import { prolongUsedSessions } from '#app/domain/identity/sessions.server.ts';
import { flushViews } from '#app/domain/threads/view-count.server.ts';
import { log, withoutContent } from '../log.server.ts';

const MINUTE = 60_000;

/**
 * What is done from time to time, and how often in ms. Each writes down in one batch, for everybody together, what was kept in
 * memory since: so no row tells when somebody was here. What would be lost with the process is done once more at its end.
 */
const JOBS = [
  { name: 'count-views', every: MINUTE, run: flushViews, atEnd: true },
  { name: 'prolong-sessions', every: 24 * 60 * MINUTE, run: prolongUsedSessions, atEnd: true },
  { name: 'forget-failed-sign-ins', every: 60 * MINUTE, run: forgetFailures, atEnd: false },
];

/** Starts the background jobs and gives the function that ends them. */
export function startJobs(): () => Promise<void> {
  const running = new Set<Promise<void>>();
  const start = (job: (typeof JOBS)[number]): void => {
    const run = job
      .run()
      .catch((error: unknown) => log.error({ job: job.name, ...withoutContent(error) }, 'job failed'))
      .finally(() => running.delete(run));
    running.add(run);
  };
  const timers = JOBS.map((job) => setInterval(() => start(job), job.every));
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running);
    JOBS.filter((job) => job.atEnd).forEach(start);
    await Promise.all(running);
  };
}
