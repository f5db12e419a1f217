import PgBoss from 'pg-boss';
import type { Database } from '#prisma/client.ts';
import { log, withoutContent } from '../log.server.ts';
import type { Job } from './job.ts';

/** Where the migration 0010_jobs puts pg-boss's tables. */
export const JOBS_SCHEMA = 'pgboss';
/** Ms between looks at what is due: a fifteenth of the job's rhythm, within these. */
const LOOK = { ofRhythm: 1 / 15, least: 60_000, most: 10 * 60_000 };
/** Ms between looks for what a dead process left, and for rows that nobody needs any more. */
const MAINTAIN = 10 * 60_000;
/** Longer than the longest `every`: what is done marks its stretch of time as done. */
const KEPT_SECONDS = 25 * 3_600;
/** How often a queue is tried to be made: each time that it is broken off another process has got on. */
const MOST_TRIES = 5;

export type JobRoom = {
  /** Has this done soon, by any process. Asked for again with the same UUID before it is done, it is done once. */
  ask(name: string, id: string): Promise<void>;
  /** Begins nothing more, and waits for what was begun. */
  stop(): Promise<void>;
};

/**
 * Does `jobs` from now on, shared with every process that opened the same room on the same database. A failure is logged
 * without its message, which nothing stores, and tried again: as a warning, and as an error when it was the last try.
 *
 * @throws when the tables are not those of this pg-boss, or the database does not answer.
 */
export async function openJobRoom(
  database: Pick<Database, 'query'>,
  jobs: readonly Job[],
  { look, maintain = MAINTAIN }: { look?: number; maintain?: number } = {},
): Promise<JobRoom> {
  const boss = newBoss(database);
  boss.on('error', (error) => log.error(withoutContent(error), 'job queue'));
  await boss.start();
  for (const job of jobs) await createQueue(boss, job);
  let isStopping = false;
  const loops = jobs.map((job) => startLoop(() => doWhatIsDue(boss, job, () => isStopping), look ?? lookOf(job), job));
  const upkeep = startLoop(() => boss.maintain(), maintain, { name: 'maintain' });
  return {
    async ask(name, id) {
      const index = jobs.findIndex((job) => job.name === name);
      const job = jobs[index];
      if (!job) throw new Error(`No job is called ${name}`);
      await boss.send(name, {}, { id, ...sending(job) });
      loops[index]?.look();
    },
    async stop() {
      isStopping = true;
      await Promise.all([...loops, upkeep].map((loop) => loop.stop()));
      await boss.stop({ graceful: false });
    },
  };
}

/** How many jobs wait, are being done, or have failed for good: for who watches the forum. */
export async function countJobs(
  database: Pick<Database, 'query'>,
): Promise<Record<'waiting' | 'active' | 'failed', number>> {
  const { rows } = await database.query(`
    SELECT count(*) FILTER (WHERE state < 'active')::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS active,
      count(*) FILTER (WHERE state = 'failed')::int AS failed FROM ${JOBS_SCHEMA}.job`);
  return rows[0] as Record<'waiting' | 'active' | 'failed', number>;
}

/** Its own worker and clock are left out: they leave answers of the database unawaited, which would end the process in an outage. */
function newBoss(database: Pick<Database, 'query'>): PgBoss {
  return new PgBoss({
    db: { executeSql: (sql, values: unknown[] | undefined) => database.query(sql, values) },
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: KEPT_SECONDS,
    archiveFailedAfterSeconds: KEPT_SECONDS,
    deleteAfterSeconds: 1,
  });
}

/**
 * To make a queue that is not there PostgreSQL needs the jobs to itself for a moment. A process that is at work on them then waits for this one, while
 * this one may wait for it; PostgreSQL breaks off one of the two, which has done nothing so far.
 */
async function createQueue(boss: PgBoss, { name, every }: Job): Promise<void> {
  const policy = every === undefined ? 'standard' : 'stately';
  for (let tries = 1; ; tries += 1) {
    try {
      await boss.createQueue(name, { name, policy });
      return;
    } catch (error) {
      if (!isDeadlock(error) || tries === MOST_TRIES) throw error;
    }
  }
}

/** By PostgreSQL's code for it. */
function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}

async function doWhatIsDue(boss: PgBoss, job: Job, isStopping: () => boolean): Promise<void> {
  if (job.every !== undefined) await boss.send(job.name, {}, { singletonSeconds: job.every, ...sending(job) });
  while (!isStopping()) {
    const [taken] = await boss.fetch(job.name, { includeMetadata: true });
    if (!taken) return;
    await carryOut(boss, job, { id: taken.id, isLastTry: taken.retryCount >= taken.retryLimit });
  }
}

async function carryOut(boss: PgBoss, job: Job, { id, isLastTry }: { id: string; isLastTry: boolean }): Promise<void> {
  try {
    await job.run(id);
  } catch (error) {
    const fault = { job: job.name, ...withoutContent(error) };
    if (isLastTry) log.error(fault, 'job failed');
    else log.warn(fault, 'job failed, and is tried again');
    // Without the error: pg-boss would keep its message.
    await boss.fail(job.name, id);
    return;
  }
  if (job.every === undefined) await boss.deleteJob(job.name, id);
  else await boss.complete(job.name, id);
}

function sending({ atMost, retries }: Job): PgBoss.SendOptions {
  return { expireInSeconds: atMost, retryLimit: retries.limit, retryDelay: retries.delay, retryBackoff: true };
}

function lookOf({ every = 0 }: Job): number {
  return Math.min(Math.max(every * 1_000 * LOOK.ofRhythm, LOOK.least), LOOK.most);
}

/** Looks every `ms`, and when told to; one look at a time. */
function startLoop(work: () => Promise<unknown>, ms: number, { name, atStart }: Pick<Job, 'name' | 'atStart'>) {
  let last = Promise.resolve<unknown>(undefined);
  let waiting = false;
  const look = (): void => {
    if (waiting) return;
    waiting = true;
    last = last.then(() => {
      waiting = false;
      return work().catch((error: unknown) => log.error({ job: name, ...withoutContent(error) }, 'jobs not looked at'));
    });
  };
  const timer = setInterval(look, ms);
  if (atStart === true) look();
  return {
    look,
    async stop(): Promise<void> {
      clearInterval(timer);
      await last;
    },
  };
}
