import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { COMMON_OPTIONS, onBothDatabases } from './both-databases.ts';
import { firstTopic, newMembers } from './crowd.ts';
import type { Ground } from './ground.ts';
import { keepWriting } from './keep-writing.ts';
import { expectStatus, newWord, WORDS, type Member } from './member.ts';
import { findHalfMade, withDatabase } from './wholeness.ts';

/**
 * `npm run drill -- backup-under-writes [--on server|embedded]`: a backup is made while members write, and restored elsewhere, twice: as it is, and with
 * the newer ledger of what was erased since.
 */
const { values } = parseArgs({ options: COMMON_OPTIONS });
const WRITERS = 4;
/** Ms of writing before the backup, and after it. */
const WRITING = 1_500;

await onBothDatabases('backup-under-writes', values, async (ground, report) => {
  const file = join(ground.folder, 'whole.bc');
  const ledger = join(ground.folder, 'ledger.bc');
  await ground.start();
  const [leaver, ...members] = await newMembers(ground.origin, 1 + WRITERS);
  if (!leaver) throw new Error('Nobody came');
  const topic = await firstTopic(ground.origin);
  const taken = newWord();
  const thread = await leaver.startThread(topic, 'To be taken back', { word: taken, as: 'anonymous' });
  const words: string[] = [];
  const writing = keepWriting(members, { topic, acknowledged: (word) => words.push(word) });
  await pause(WRITING);
  const before = [...words];
  await succeeds(ground, 'backup', file);
  const upTo = new Set(words);
  await pause(WRITING);
  await eraseOnlyPost(leaver, thread);
  const faults = await writing.stop();
  await succeeds(ground, 'backup', ledger, '--erasures');
  await ground.end('SIGTERM');

  const copy = await ground.elsewhere('copy');
  await succeeds(copy, 'restore', file);
  const again = join(ground.folder, 'again.bc');
  await succeeds(copy, 'backup', again);
  const [lines, linesAgain] = [linesOf(file), linesOf(again)];
  const different =
    lines.filter((line, at) => line !== linesAgain[at]).length + Math.abs(lines.length - linesAgain.length);
  const there = await contents(copy);
  const early = before.filter((word) => !there.words.has(word)).length;
  const late = [...there.words].filter((word) => word !== taken && words.includes(word) && !upTo.has(word)).length;
  report.none('writes refused meanwhile', faults.length, words.length + faults.length, faults);
  report.none('rows that differ in a backup of what was restored', different, lines.length);
  report.none('acknowledged before it, and not in it', early, before.length);
  report.none('begun after it, and in it', late, words.length - upTo.size);
  report.none('half-made in it', there.halves.length, there.words.size, there.halves);
  report.none('forms in which it has the sealing key', formsOf(ground.sealKey, lines.join('\n')), 4);

  await copy.start();
  const [somebody] = members;
  const signedIn = await signsIn(somebody, copy);
  const index = await copy.command(['search', 'verify']);
  report.line('sign-in there', signedIn ? 'works' : 'fails', { bar: 'works', isGood: signedIn });
  report.line('index and posts there', index.said, { bar: 'agree', isGood: index.exit === 0 });
  await copy.end('SIGTERM');

  const later = await ground.elsewhere('later');
  await succeeds(later, 'restore', file, '--erasures', ledger);
  const { words: left } = await contents(later);
  const isBack = { had: there.words.has(taken), has: left.has(taken) };
  report.line('erased since, with the newer ledger', isBack.has ? 'is back' : 'stays erased', {
    bar: 'stays erased',
    isGood: isBack.had && !isBack.has,
  });
});

async function succeeds(ground: Ground, ...args: string[]): Promise<void> {
  const { exit, said } = await ground.command(args);
  if (exit !== 0) throw new Error(`${args.join(' ')}: exit code ${exit}\n${said}`);
}

/** Every line but the head, which names the hour, and the end, whose digest is of that too. */
function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(1, -1);
}

function contents(ground: Ground): Promise<{ words: Set<string>; halves: string[] }> {
  return withDatabase(ground, async (database) => {
    const { rows } = await database.query("SELECT string_agg(body, ' ') AS all FROM posts");
    const [row] = rows as { all: string | null }[];
    const halves = await findHalfMade(database);
    return { words: new Set((row?.all ?? '').match(WORDS)), halves };
  });
}

function formsOf(key: Buffer, text: string): number {
  return (['base64', 'base64url', 'hex', 'latin1'] as const).filter((form) => text.includes(key.toString(form))).length;
}

async function eraseOnlyPost({ browser }: Member, thread: string): Promise<void> {
  const { text } = await browser.get(`/api/v1/threads/${thread.split('/')[2] ?? ''}`);
  const { posts } = JSON.parse(text) as { posts: { id: string }[] };
  expectStatus(await browser.post(`/posts/${posts[0]?.id ?? ''}/erase`, {}), 303);
}

async function signsIn(member: Member | undefined, { origin }: Ground): Promise<boolean> {
  if (!member) return false;
  const there = member.at(origin);
  await there.signIn();
  const { status } = await there.browser.get('/me');
  return status === 200;
}
