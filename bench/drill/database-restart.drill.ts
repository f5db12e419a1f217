import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { anew } from '../anew.ts';
import { COMMON_OPTIONS, onServer } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import type { Ground } from './ground.ts';
import { keepWriting } from './keep-writing.ts';
import type { Member } from './member.ts';
import { steadyLoad } from './steady-load.ts';
import { findHalfMade, findNotOnce, withDatabase } from './wholeness.ts';

/**
 * `npm run drill -- database-restart`: the PostgreSQL server is stopped and started while guests read and members write: once in order, once as if
 * its machine had gone. The forum stays, says that it cannot just now, and goes on by itself.
 */
const { values } = parseArgs({ options: COMMON_OPTIONS });
const WRITERS = 4;
const READERS = 4;
/** Ms of reading and writing before and after, of the outage, and after it until everything must work again. */
const CALM = 3_000;
const OUTAGE = 2_000;
const RECOVERY = 5_000;
const WAYS = { 'in order': 'SIGINT', 'as by a crash': 'SIGQUIT' } as const;

await onServer('database-restart', values, async (ground, report) => {
  await ground.start();
  const { pid } = ground;
  const topic = await firstTopic(ground.origin);
  const words: string[] = [];
  for (const [how, signal] of Object.entries(WAYS)) {
    // Others each time: nobody may write as much as one does in both on a fast machine.
    const members = await newMembers(ground.origin, WRITERS);
    const load = () => startLoad(ground, { members, topic, words });
    const before = load();
    await pause(CALM);
    const calm = await before.stop();
    const during = load();
    await ground.postgres?.end(signal);
    await pause(OUTAGE);
    await ground.postgres?.start();
    await pause(RECOVERY);
    const outage = await during.stop();
    const after = load();
    await pause(CALM);
    const again = await after.stop();
    const other = outage.faults.filter((fault) => fault !== 'status 503');
    const faults = [...calm.faults, ...again.faults];
    report.none(`${how}: failed before it, or 5 s after it`, faults.length, calm.all + again.all, faults);
    report.none(`${how}: answered by anything but 503 meanwhile`, other.length, outage.faults.length, other);
  }
  const isSame = ground.isAlive && ground.pid === pid;
  report.line('the process', isSame ? 'lives' : 'has ended', { bar: 'lives', isGood: isSame });
  const { lost, halves } = await withDatabase(ground, async (database) => ({
    lost: await findNotOnce(database, words),
    halves: await findHalfMade(database),
  }));
  report.none('acknowledged writes lost, or there twice', lost.length, words.length);
  report.none('half-made', halves.length, words.length, halves);
});

type Load = { members: readonly Member[]; topic: string; words: string[] };
type Outcome = { all: number; faults: string[] };

/** Guests whose page is made anew each time, and members who write. */
function startLoad({ origin }: Ground, { members, topic, words }: Load): { stop(): Promise<Outcome> } {
  const had = words.length;
  const guests = steadyLoad(() => origin + anew('/'), READERS);
  const writing = keepWriting(members, { topic, acknowledged: (word) => words.push(word) });
  return {
    async stop() {
      const [{ answered, refused, dropped }, unwritten] = await Promise.all([guests.stop(), writing.stop()]);
      const faults = [...dropped, ...unwritten, ...Array.from({ length: refused }, () => 'refused')];
      return { all: answered + words.length - had + faults.length, faults };
    },
  };
}
