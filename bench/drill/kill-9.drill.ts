import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import type { Ground } from './ground.ts';
import { keepWriting } from './keep-writing.ts';
import { findHalfMade, findNotOnce, withDatabase } from './wholeness.ts';
import { Witness } from './witness.ts';

/**
 * `npm run drill -- kill-9 [--rounds 50] [--on server|embedded]`: everything is killed at random moments while members write: the forum, and a
 * PostgreSQL server with all its processes. What was acknowledged is written down, and flushed, by a witness who is not killed.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, ...COMMON_OPTIONS } });
const ROUNDS = Number(values.rounds);
const WRITERS = 6;
/** Ms for which writing goes on at most. */
const LONGEST_LIFE = 1_500;
const BACK_WITHIN_S = 10;

await onBothDatabases('kill-9', values, async (ground, report) => {
  const witness = new Witness(join(ground.folder, 'witness'));
  await ground.start();
  const members = await newMembers(ground.origin, WRITERS);
  const topic = await firstTopic(ground.origin);
  const faults: string[] = [];
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writing = keepWriting(members, { topic, acknowledged: (word) => witness.note(word) });
    await writing.begun;
    await pause(randomInt(50, LONGEST_LIFE));
    await killEverything(ground);
    faults.push(...(await writing.stop()));
    const begun = performance.now();
    await ground.postgres?.start();
    await ground.start();
    longest = Math.max(longest, (performance.now() - begun) / 1000);
  }
  await ground.end('SIGTERM');
  const words = witness.words();
  const { lost, halves } = await withDatabase(ground, async (database) => ({
    lost: await findNotOnce(database, words),
    halves: await findHalfMade(database),
  }));
  witness.close();
  report.none('acknowledged writes lost, or there twice', lost.length, words.length);
  report.line('half-made after it', String(halves.length), { bar: '0', isGood: halves.length === 0, faults: halves });
  report.line('refused by a forum that ran', String(faults.length), { bar: '0', isGood: faults.length === 0, faults });
  report.within(`longest until it was back, of ${ROUNDS} rounds`, longest, BACK_WITHIN_S);
});

/** The forum, and the server with the processes that it has begun, in one go and without a word. */
async function killEverything(ground: Ground): Promise<void> {
  const server = ground.postgres?.pid;
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = processes.flatMap(([pid, parent]) => (pid !== undefined && parent === server ? [pid] : []));
  const ended = [ground.end('SIGKILL'), ground.postgres?.end('SIGKILL') ?? Promise.resolve()];
  for (const pid of children) killIfThere(pid);
  await Promise.all(ended);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}
