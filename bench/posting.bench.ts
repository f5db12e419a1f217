import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_OPTIONS, onBothDatabases } from './drill/both-databases.ts';
import { firstTopic, newMembers } from './drill/crowd.ts';
import type { Ground } from './drill/ground.ts';
import { expectStatus, newWord, type Member } from './drill/member.ts';
import type { Report } from './drill/report.ts';
import { findNotOnce, withDatabase } from './drill/wholeness.ts';
import { readOptions } from './options.ts';
import { quantile } from './quantile.ts';

/**
 * `npm run bench -- posting [--on server|embedded] [--patient]`: how long a reply takes, one after the other and by fifty at once in one thread,
 * over HTTP on the built forum; whether every one that was acknowledged is there once; and how fast threads are brought in. Figures are of
 * this machine, on which the members write as well.
 */
const { values, sized } = readOptions(COMMON_OPTIONS);
const THREADS = sized(250);
const POSTS_A_THREAD = 20;
const IN_TURN = sized(100);
const POSTERS = sized(50);
const EACH = 20;
/**
 * Replies of each member before the first that counts, two thousand in all as before pages, for V8 goes on making the code faster for as long: half of
 * them in turn, half of them at once, since each connection to the database has to learn the statements too.
 */
const WARM_UP_EACH = sized(40);

await onBothDatabases('posting', values, async (ground, report) => {
  await ground.start();
  const members = await newMembers(ground.origin, POSTERS + 1, { keepsConnection: true });
  const [first, ...others] = members;
  if (!first) throw new Error('Nobody is there to write');
  const thread = await first.startThread(await firstTopic(ground.origin), 'Many have something to say');
  const words = await warmUp(others, thread);
  words.push(...(await replyInTurn(first, thread, report)));
  words.push(...(await replyAtOnce(others, thread, report)));
  await ground.end('SIGTERM');
  const lost = await withDatabase(ground, (database) => findNotOnce(database, words));
  report.none('acknowledged replies lost, or there twice', lost.length, words.length);
  await measureImport(ground, report);
});

async function measureImport(ground: Ground, report: Report): Promise<void> {
  const file = join(ground.folder, 'threads.jsonl');
  writeFileSync(file, Array.from({ length: THREADS }, (_, index) => JSON.stringify(threadOf(index))).join('\n'));
  const begun = performance.now();
  const { exit, said } = await ground.command(['import', file, '--create-topics', 'measured']);
  if (exit !== 0) throw new Error(`The import ended with ${exit}: ${said}`);
  const perSecond = (THREADS * POSTS_A_THREAD) / ((performance.now() - begun) / 1000);
  report.atLeast('posts brought in', perSecond, 200);
}

function threadOf(index: number): object {
  const body = `I keep turning over what I owe them and what I owe the people who never hear of it (${index}). `.repeat(
    5,
  );
  const replies = Array.from({ length: POSTS_A_THREAD - 1 }, (_, n) => ({ body, writer: `writer-${n % 7}` }));
  return { externalRef: `bench-posting-${index}`, title: `Thread ${index}`, topic: 'measured-posts', body, replies };
}

async function warmUp(members: readonly Member[], thread: string): Promise<string[]> {
  const words: string[] = [];
  for (let turn = 0; turn < WARM_UP_EACH; turn += 2) {
    for (const member of members) await replyOnce(member, thread, words);
    await Promise.all(members.map((member) => replyOnce(member, thread, words)));
  }
  return words;
}

async function replyInTurn(member: Member, thread: string, report: Report): Promise<string[]> {
  const words: string[] = [];
  const took: number[] = [];
  for (let turn = 0; turn < IN_TURN; turn++) took.push(await replyOnce(member, thread, words));
  report.withinMs('one reply after the other, p50', quantile(took, 0.5), 15);
  return words;
}

async function replyAtOnce(members: readonly Member[], thread: string, report: Report): Promise<string[]> {
  const words: string[] = [];
  const took: number[] = [];
  const begun = performance.now();
  await Promise.all(
    members.map(async (member) => {
      for (let turn = 0; turn < EACH; turn++) took.push(await replyOnce(member, thread, words));
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  report.atLeast(`replies by ${POSTERS} at once in one thread`, took.length / seconds, 150);
  report.withinMs('the same, p99', quantile(took, 0.99), 1_000);
  return words;
}

/** Gives the ms until it was acknowledged; then its word is among `words`. */
async function replyOnce(member: Member, thread: string, words: string[]): Promise<number> {
  const word = newWord();
  const begun = performance.now();
  expectStatus(await member.reply(thread, word), 303);
  const ms = performance.now() - begun;
  words.push(word);
  return ms;
}
