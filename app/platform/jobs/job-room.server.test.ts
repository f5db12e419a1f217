import { randomUUID } from 'node:crypto';
import { once, EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentDatabase, db } from '../db.server.ts';
import { log } from '../log.server.ts';
import type { Job } from './job.ts';
import { countJobs, JOBS_SCHEMA, openJobRoom, type JobRoom } from './job-room.server.ts';

const LOOK = { look: 25, maintain: 25 };
const rooms: JobRoom[] = [];

async function open(...jobs: Job[]): Promise<JobRoom> {
  const room = await openJobRoom(currentDatabase(), jobs, LOOK);
  rooms.push(room);
  return room;
}

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(rooms.splice(0).map((room) => room.stop()));
  await currentDatabase().query(`DELETE FROM ${JOBS_SCHEMA}.job`);
});

/** A job of its own name that says when it was done. */
function job(fields: Partial<Job> = {}) {
  const said = new EventEmitter();
  const ids: string[] = [];
  const run = async (id: string): Promise<void> => {
    ids.push(id);
    said.emit('done');
  };
  const made: Job = { name: `job-${randomUUID()}`, atMost: 60, retries: { limit: 0, delay: 1 }, run, ...fields };
  return { ids, job: made, done: () => once(said, 'done') };
}

/** A job that goes on until it is told to finish: `begin` waits for the next one and gives what finishes it. */
function longJob() {
  const said = new EventEmitter();
  const { job: made, ids } = job();
  const run = (id: string): Promise<void> => {
    ids.push(id);
    return new Promise((finish) => said.emit('began', finish));
  };
  const begin = async (): Promise<() => void> => ((await once(said, 'began')) as [() => void])[0];
  return { job: { ...made, run }, ids, begin };
}

const rowsOf = (name: string) => currentDatabase().query(`SELECT * FROM ${JOBS_SCHEMA}.job WHERE name = $1`, [name]);

describe('the job room', () => {
  it('has a job with a rhythm done once in its stretch of time, however many processes there are', async () => {
    const { job: daily, ids, done } = job({ every: 86_400 });
    const first = done();
    await Promise.all([open(daily), open(daily), open(daily)]);
    await first;
    const after = job();
    const room = await open(daily, after.job);
    // A later look of every room has passed once this is done.
    const second = after.done();
    await room.ask(after.job.name, randomUUID());
    await second;
    await Promise.all(rooms.splice(0).map((each) => each.stop()));
    expect(ids).toHaveLength(1);
  });

  it('does at its start what fell due while no process ran', async () => {
    const { job: hourly, done } = job({ every: 3_600, atStart: true });
    const first = done();
    rooms.push(await openJobRoom(currentDatabase(), [hourly], { look: 3_600_000 }));
    await first;
  });

  it('does what was asked for twice while it waits once, and leaves nothing of it', async () => {
    const { job: long, ids, begin } = longJob();
    const room = await open(long);
    const [first, second] = [randomUUID(), randomUUID()];
    const began = begin();
    await room.ask(long.name, first);
    const finish = await began;
    await Promise.all([room.ask(long.name, second), room.ask(long.name, second)]);
    const beganSecond = begin();
    finish();
    (await beganSecond)();
    await room.stop();
    expect(ids).toEqual([first, second]);
    expect((await rowsOf(long.name)).rows).toEqual([]);
  });

  it('tries again what failed, and keeps no word of why', async () => {
    let tries = 0;
    const { job: flaky } = job({ retries: { limit: 1, delay: 0 } });
    const recovered = new EventEmitter();
    const failing: Job = {
      ...flaky,
      run: async () => {
        tries += 1;
        if (tries === 1) throw new Error('a canary in a message');
        const { rows } = await currentDatabase().query(`SELECT output::text AS output FROM ${JOBS_SCHEMA}.job`);
        recovered.emit('done', rows);
      },
    };
    const done = once(recovered, 'done');
    await open(failing).then((room) => room.ask(failing.name, randomUUID()));
    const [rows] = (await done) as [{ output: string | null }[]];
    expect(tries).toBe(2);
    expect(JSON.stringify(rows)).not.toContain('canary');
  });

  it('warns of a failure that is tried again, and calls for a person when it was the last try', async () => {
    const [warned, called] = [vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')];
    const said: string[] = [];
    warned.mockImplementation(() => void said.push('warning'));
    const { job: asked } = job({ retries: { limit: 2, delay: 0 } });
    const failing: Job = {
      ...asked,
      run: () => {
        said.push('try');
        return Promise.reject(new Error('The server does not answer'));
      },
    };
    const room = await open(failing);
    const gaveUp = new Promise<void>((resolve) => {
      called.mockImplementation(() => {
        said.push('error');
        resolve();
      });
    });
    await room.ask(failing.name, randomUUID());
    await gaveUp;
    expect(said).toEqual(['try', 'warning', 'try', 'warning', 'try', 'error']);
  });

  it('does again what a process left undone when it died', async () => {
    const { job: left, ids, done } = job({ retries: { limit: 1, delay: 0 } });
    await open(left);
    const id = randomUUID();
    const again = done();
    await currentDatabase().query(
      `INSERT INTO ${JOBS_SCHEMA}.job (id, name, state, retry_limit, started_on, expire_in)
       VALUES ($1, $2, 'active', 1, now() - interval '2 hours', interval '1 hour')`,
      [id, left.name],
    );
    await again;
    expect(ids).toEqual([id]);
  });

  it('waits for what was begun, begins nothing more, and says how much waits', async () => {
    const { job: long, ids, begin } = longJob();
    const room = await open(long);
    const began = begin();
    await room.ask(long.name, randomUUID());
    const finish = await began;
    await room.ask(long.name, randomUUID());
    expect(await countJobs(currentDatabase())).toEqual({ waiting: 1, active: 1, failed: 0 });
    let stopped = false;
    const stopping = room.stop().then(() => (stopped = true));
    await db.$queryRaw`SELECT 1`;
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(ids).toHaveLength(1);
    expect(await countJobs(currentDatabase())).toEqual({ waiting: 1, active: 0, failed: 0 });
  });

  it('opens though PostgreSQL broke it off, since another process was at work meanwhile', async () => {
    const { job: asked, done } = job();
    let isBrokenOff = false;
    const database: Parameters<typeof openJobRoom>[0] = {
      query: (sql, values) => {
        if (isBrokenOff || !sql.includes('create_queue')) return currentDatabase().query(sql, values);
        isBrokenOff = true;
        return Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
      },
    };
    const room = await openJobRoom(database, [asked], LOOK);
    rooms.push(room);
    const finished = done();
    await room.ask(asked.name, randomUUID());
    await finished;
    expect(isBrokenOff).toBe(true);
  });

  it('goes on when the database was away for a while', async () => {
    const { job: asked, done } = job();
    let away = true;
    const database: Parameters<typeof openJobRoom>[0] = {
      query: (sql, values) =>
        away && sql.includes('SKIP LOCKED')
          ? Promise.reject(new Error('the database is away'))
          : currentDatabase().query(sql, values),
    };
    const room = await openJobRoom(database, [asked], LOOK);
    rooms.push(room);
    await room.ask(asked.name, randomUUID());
    const finished = done();
    away = false;
    await finished;
  });
});
