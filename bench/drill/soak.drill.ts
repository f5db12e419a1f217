import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { anew } from '../anew.ts';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import { newWord, type Member } from './member.ts';
import { quantile } from '../quantile.ts';
import { ask } from './pace.ts';
import type { Running } from './running.ts';

/**
 * `npm run drill -- soak [--requests 200000] [--on server|embedded]`: guests read kept pages and new ones, members read and reply, and everybody searches,
 * for so many requests. What is left on the heap after all was collected that can be does not grow: the last looks at it are compared with the first ones
 * after the forum had warmed up.
 */
const { values } = parseArgs({ options: { requests: { type: 'string', default: '200000' }, ...COMMON_OPTIONS } });
const REQUESTS = Number(values.requests);
const HEAP = './bench/drill/soak/heap.mjs';
const AT_ONCE = 8;
const MEMBERS = 20;
/** Looks at the heap; the first of them see it warm up, and so many at either end are compared. */
const LOOKS = 12;
const WARM_UP = 3;
const COMPARED = 3;
/** By how much it may differ: it breathes. */
const GROWTH = 0.05;
/** Every so many requests are of another kind than for a kept page. */
const EVERY = { reply: 400, search: 200, member: 40, anew: 20 };

await onBothDatabases('soak', values, async (ground, report) => {
  const forum = await ground.start({ load: HEAP });
  const members = await newMembers(ground.origin, MEMBERS);
  const topic = await firstTopic(ground.origin);
  const threads = await Promise.all(members.map((member) => member.startThread(topic, 'For a long time')));
  const pool = new Pool(ground.origin);
  const people = { members, threads, pool };
  const heaps: number[] = [];
  const faults: string[] = [];
  let asked = 0;
  for (let look = 1; look <= LOOKS; look++) {
    const upTo = Math.round((REQUESTS * look) / LOOKS);
    const worker = async (): Promise<void> => {
      while (asked < upTo) {
        const status = await askSomething(asked++, people);
        if (status !== 200 && status !== 303) faults.push(`status ${status}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    heaps.push(await heapOf(forum));
  }
  await pool.destroy();
  const growth = quantile(heaps.slice(-COMPARED), 0.5) / quantile(heaps.slice(WARM_UP, WARM_UP + COMPARED), 0.5) - 1;
  console.log(`  MB of heap in the course of ${asked} requests: ${heaps.map((heap) => heap.toFixed(1)).join(', ')}`);
  const bar = `< ${100 * GROWTH} %`;
  report.line('growth of the heap', `${(100 * growth).toFixed(1)} %`, { bar, isGood: growth < GROWTH });
  report.none('answered by something else than a page', faults.length, asked, faults);
});

type People = { members: readonly Member[]; threads: readonly string[]; pool: Pool };

/** The status of what was answered to request number `turn`. */
async function askSomething(turn: number, { members, threads, pool }: People): Promise<number> {
  const member = members[Math.floor(turn / EVERY.reply) % members.length];
  const thread = threads[Math.floor(turn / 7) % threads.length] ?? '/';
  if (member && isTurn(turn, 'reply')) return (await member.reply(thread, newWord())).status;
  if (member && isTurn(turn, 'member')) return (await member.browser.get(thread)).status;
  const path = isTurn(turn, 'search') ? '/search?q=ask' : isTurn(turn, 'anew') ? anew(thread) : thread;
  // Searching is limited by address.
  const headers = { 'X-Forwarded-For': `10.3.${(turn >> 8) & 255}.${turn & 255}` };
  return (await ask(pool, path, headers)).status;
}

/** Turns are spread so that no two kinds want the same. */
function isTurn(turn: number, kind: keyof typeof EVERY): boolean {
  return turn % EVERY[kind] === Object.keys(EVERY).indexOf(kind);
}

/** MB of heap that are left in the forum's process. */
async function heapOf({ child }: Running): Promise<number> {
  const told = once(child, 'message');
  child.send('heap');
  const [{ heapUsed }] = (await told) as [{ heapUsed: number }];
  return heapUsed / 1e6;
}
