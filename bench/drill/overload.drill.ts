import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { anew } from '../anew.ts';
import { threadPaths } from '../thread-paths.ts';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { askAtPace } from './pace.ts';
import { steadyLoad } from './steady-load.ts';

/**
 * `npm run drill -- overload [--seconds 60] [--times 10] [--on server|embedded]`: the front page, the list and the threads of the demonstration, made anew each time, are asked
 * for ten times as often as the forum can make them, by people who do not wait for each other. It makes nearly as many as at its best, which is looked at before
 * and afterwards, for no machine is always as fast; tells the others to come back; and is itself again soon after.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, times: { type: 'string', default: '10' }, ...COMMON_OPTIONS },
});
const SECONDS = Number(values.seconds);
const TIMES = Number(values.times);
const AT_ONCE = 8;
/** Ms of warming up, and of looking how many pages are made at best. */
const WARM_UP = 5_000;
const PEAK = 10_000;
const GOODPUT = 0.8;
const RECOVERED_WITHIN_S = 10;
/** Ms in which a forum answers that has recovered. */
const PROMPT = 1_000;

await onBothDatabases('overload', values, async (ground, report) => {
  await ground.start({ env: { DEMO: '1' } });
  const { origin, pid } = ground;
  const pathOf = await somePages(origin);
  await perSecondAtBest(origin, pathOf, WARM_UP);
  const before = await perSecondAtBest(origin, pathOf, PEAK);
  const { good, late, refused, faults, perSecond } = await askAtPace(
    { origin, pathOf },
    { perSecond: TIMES * before, seconds: SECONDS },
  );
  const begun = performance.now();
  while (!(await isPrompt(origin))) await pause(50);
  const recovered = (performance.now() - begun) / 1000;
  const after = await perSecondAtBest(origin, pathOf, PEAK);
  const share = good / SECONDS / ((before + after) / 2);
  console.log(
    `  pages a second at best ${before.toFixed(0)}, and ${after.toFixed(0)} afterwards; asked for ${perSecond.toFixed(0)} for ${SECONDS} s; ${late} came after that`,
  );
  report.line('pages made, of what it makes at best', `${(100 * share).toFixed(0)} %`, {
    bar: `>= ${100 * GOODPUT} %`,
    isGood: share >= GOODPUT,
  });
  report.none(
    'neither a page nor 429 or 503 with Retry-After',
    faults.length,
    good + late + refused + faults.length,
    faults,
  );
  report.within('until it answers within a second again', recovered, RECOVERED_WITHIN_S);
  const isSame = ground.isAlive && ground.pid === pid;
  report.line('the process', isSame ? 'lives' : 'has ended', { bar: 'lives', isGood: isSame });
});

/** One after the other what a guest reads: the front page, the list of threads, and threads. */
async function somePages(origin: string): Promise<() => string> {
  const threads = await threadPaths(origin);
  if (threads.length === 0) throw new Error('The forum has no threads');
  const paths = ['/', '/threads', ...threads];
  let turn = 0;
  return () => anew(paths[turn++ % paths.length] ?? '/');
}

async function perSecondAtBest(origin: string, pathOf: () => string, ms: number): Promise<number> {
  const load = steadyLoad(() => origin + pathOf(), AT_ONCE);
  await pause(ms);
  const { answered } = await load.stop();
  return (1_000 * answered) / ms;
}

async function isPrompt(origin: string): Promise<boolean> {
  const begun = performance.now();
  const response = await fetch(origin + anew('/'));
  await response.text();
  return response.ok && performance.now() - begun < PROMPT;
}
