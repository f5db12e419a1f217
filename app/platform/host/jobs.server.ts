import { forgetFailures } from '#app/domain/identity/failed-sign-ins.server.ts';
import { sendLetter } from '#app/domain/following/mail/send-letter.server.ts';
import { listLetters, tidyMail, writeLetters } from '#app/domain/following/mail/write-letters.server.ts';
import { prolongUsedSessions } from '#app/domain/identity/sessions.server.ts';
import { closeSilentThreads } from '#app/domain/moderation/threads/close-silent-threads.server.ts';
import { carryOutErasures } from '#app/domain/privacy/persona-erasures.server.ts';
import { repairIndexes } from '#app/domain/search/repair-index.server.ts';
import { flushViews } from '#app/domain/threads/view-count.server.ts';
import type { Config } from '../config.server.ts';
import { isMailOn } from '../mail/post-office.server.ts';
import { currentDatabase } from '../db.server.ts';
import type { Job } from '../jobs/job.ts';
import { openJobRoom } from '../jobs/job-room.server.ts';
import { log, withoutContent } from '../log.server.ts';
import { tidyDatabase } from '../tidy-database.server.ts';

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
  { name: 'tidy-database', every: DAY, atMost: HOUR, retries: AGAIN, run: tidyDatabase },
];

/**
 * What each process writes down in one batch of what it kept in memory since, how often in s; at its end once more, since it
 * would be lost with the process.
 */
const BATCHES = [
  { name: 'count-views', every: MINUTE, run: flushViews },
  { name: 'prolong-sessions', every: DAY, run: prolongUsedSessions },
] as const;

/** How many wait until a letter is given up for the day: about two hours in all. */
const LETTER_RETRIES = { limit: 6, delay: MINUTE };

/**
 * Mail, where there is any. Letters are written on the quarter hour and by day, never in the course of somebody's act: the queue and the
 * mailbox would have its exact time.
 */
function mailJobs(origin: string, ask: (id: string) => Promise<void>): readonly Job[] {
  const post = async (): Promise<void> => {
    for (const id of await listLetters()) await ask(id);
  };
  const daily = async (): Promise<void> => {
    await tidyMail();
    await writeLetters('daily');
  };
  const common = { atMost: 10 * MINUTE, retries: AGAIN };
  return [
    { name: 'write-mail', every: 15 * MINUTE, ...common, run: () => writeLetters('atOnce') },
    { name: 'write-daily-mail', every: DAY, ...common, run: daily },
    { name: 'post-letters', every: MINUTE, atStart: true, ...common, run: post },
    { name: 'send-letter', atMost: 2 * MINUTE, retries: LETTER_RETRIES, run: (id) => sendLetter(id, { origin }) },
  ];
}

/** Starts the background jobs and gives the function that ends them. */
export async function startJobs({ origin }: Pick<Config, 'origin'>): Promise<() => Promise<void>> {
  const ask = (id: string): Promise<void> => room.ask('send-letter', id);
  const room = await openJobRoom(currentDatabase(), isMailOn() ? [...JOBS, ...mailJobs(origin, ask)] : JOBS);
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
