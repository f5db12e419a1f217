import { parseArgs } from 'node:util';
import { chanceOf, isWithin, judge, plantLeaks, printed, times, type CaughtLeak, type Verdict } from './report.ts';
import { readSchool, writeSchool } from './school.ts';
import { SMALL } from './world/live.ts';
import { liveAndSeize, type Seized } from './world/seize.ts';

/**
 * `npm run attack`: lets worlds of made-up members live on the built forum, steals everything it stored, and tries to tell who
 * wrote what (docs/decisions/007). Exit code 1 when a bar is missed or a planted leak is not caught.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '200' },
    posts: { type: 'string', default: '2000' },
    weeks: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '5' },
    from: { type: 'string', default: '1' },
    small: { type: 'boolean', default: false },
    'no-disk': { type: 'boolean', default: false },
    'no-leaks': { type: 'boolean', default: false },
    school: { type: 'boolean', default: false },
  },
});
const size = values.small
  ? SMALL
  : { members: whole(values.members), posts: whole(values.posts), weeks: whole(values.weeks), sittings: 2 };
const withDisk = !values['no-disk'];

const worlds: Seized[] = [];
for (let seed = whole(values.from); worlds.length < whole(values.seeds); seed++) {
  const started = Date.now();
  const world = await liveAndSeize({ seed, size, withDisk });
  worlds.push(world);
  const posts = world.truth.acts.filter(({ kind }) => kind === 'post');
  const anonymous = posts.filter((act) => act.anonymous === true).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `World ${seed}: ${size.members} members, ${posts.length} posts, ${anonymous} of them anonymous (${seconds} s)`,
  );
}
const chance = chanceOf(worlds);
if (values.school) {
  writeSchool({ worlds, chance });
  process.exit(0);
}
const tried = { worlds, chance, school: readSchool() };
const verdict = judge(tried, { withDisk });
printVerdict(verdict);
const leaks = values['no-leaks'] ? [] : plantLeaks(tried);
printLeaks(leaks);
const holds = [...verdict.withKey, ...verdict.withoutKey].every(isWithin);
const catches = leaks.every(({ isCaught, unseenWithoutKey }) => isCaught && unseenWithoutKey !== false);
console.log(
  `\n${holds ? 'The bars hold' : 'A BAR IS MISSED'}; ${catches ? 'every planted leak is caught' : 'A PLANTED LEAK IS NOT CAUGHT'}.`,
);
process.exit(holds && catches ? 0 : 1);

function printVerdict({ withKey, withoutKey, disk, heard }: Verdict): void {
  console.log('\nEverything stored, with SEAL_KEY (bar: the upper bound at most 1.5 × chance)');
  console.log(printed(withKey).join('\n'));
  console.log('\nThe same without SEAL_KEY');
  console.log(printed(withoutKey).join('\n'));
  if (disk) {
    console.log('\nWith a copy of the disk at the end of each day besides (reported, not promised)');
    console.log(printed(disk).join('\n'));
  }
  console.log(`\nEvidence that the attacker came to believe in: ${heard.length > 0 ? heard.join('; ') : 'none'}`);
}

function printLeaks(caught: readonly CaughtLeak[]): void {
  if (caught.length > 0) console.log('\nLeaks planted in the loot, one at a time');
  for (const { name, isCaught, line, unseenWithoutKey } of caught) {
    const where = line ? `${line.figure}, ${line.over}: ${times(line.value)}` : 'no figure';
    const keyless =
      unseenWithoutKey === null ? '' : unseenWithoutKey ? ', unseen without the key' : ', SEEN WITHOUT THE KEY';
    console.log(`  ${isCaught ? 'caught' : 'MISSED'}  ${name.padEnd(60)} ${where}${keyless}`);
  }
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`Not a whole number: ${text}`);
  return number;
}
