import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Browser } from './attack/world/browser.ts';
import { startForum, type RunningForum } from './attack/world/forum.ts';
import { Figures, ms } from './figures.ts';
import { readOptions } from './options.ts';
import { START } from './start-command.ts';
import { threadPaths } from './thread-paths.ts';

/**
 * `npm run bench -- merge`: how long a moderator waits who merges two threads of 2,000 posts, over HTTP on the built forum with its
 * embedded database, and how long readers wait at most for a page while that is done and while the search follows.
 */
const { sized } = readOptions({});
const POSTS = sized(2_000);
const BAR_MS = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-merge-'));
try {
  importThreads(join(folder, 'threads.jsonl'));
  const forum = await startForum({ dataDir: join(folder, 'data'), now: Date.now() });
  try {
    await measure(forum);
  } finally {
    await forum.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function importThreads(file: string): void {
  writeFileSync(file, ['one', 'two'].map((name) => JSON.stringify(threadOf(name))).join('\n'));
  execFileSync(process.execPath, [...START, 'import', file, '--create-topics', 'measured'], {
    env: { ...process.env, DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function threadOf(name: string): object {
  const sentence = `I keep turning over what I owe them and what I owe the people who never hear of it, said ${name}. `;
  const body = sentence.repeat(5);
  const replies = Array.from({ length: POSTS - 1 }, (_, index) => ({ body, writer: `writer-${index % 40}` }));
  return { externalRef: `bench-merge-${name}`, title: `Thread ${name}`, topic: 'measured-pages', body, replies };
}

async function measure(forum: RunningForum): Promise<void> {
  const moderator = await signInModerator(forum);
  const [away, stays] = await twoThreads(forum);
  const id = away.split('/')[2] ?? '';
  const pages = [stays, `${stays}?after=${Math.floor(POSTS / 2)}`, '/', '/topics/measured-pages'];
  // What was imported is being indexed at first: that is not the merge's doing.
  await untilIndexed(forum);
  const before = await slowestRead(forum, pages, readRounds(3));
  let isMerged = false;
  const fields = { intent: 'merge', into: stays, reason: 'Measured' };
  const started = performance.now();
  const merging = moderator.post(`/threads/${id}/moderate?act=merge`, fields).finally(() => (isMerged = true));
  const meanwhile = slowestRead(forum, pages, () => !isMerged);
  const answer = await merging;
  const took = performance.now() - started;
  if (answer.status !== 303) throw new Error(`The merge was answered with ${answer.status}`);
  const during = await meanwhile;
  const after = await slowestRead(forum, pages, readRounds(12));
  const figures = new Figures(
    `merge: two threads of ${POSTS.toLocaleString('en')} posts, embedded database, over HTTP`,
  );
  figures.tell({ what: 'the merge', value: ms(took, 0), bar: `${BAR_MS} ms`, isMet: took <= BAR_MS });
  figures.tell({ what: 'slowest page before', value: ms(before, 0) });
  figures.tell({ what: 'slowest page meanwhile', value: ms(during, 0) });
  figures.tell({ what: 'slowest page after, while the search follows', value: ms(after, 0) });
}

async function signInModerator(forum: RunningForum): Promise<Browser> {
  const browser = new Browser(forum.origin);
  const [penName, password] = ['measured-moderator', 'four plain words of a bench'];
  await browser.post('/join', { penName, password });
  await forum.command('admin', 'grant', penName, 'moderator');
  await browser.get('/');
  const { status } = await browser.post('/sign-in', { penName, password });
  if (status !== 303) throw new Error(`The moderator of the benchmark could not sign in: ${status}`);
  return browser;
}

async function twoThreads({ origin }: RunningForum): Promise<[string, string]> {
  const [one, two] = await threadPaths(origin, '?topic=measured-pages');
  if (one === undefined || two === undefined) throw new Error('The threads of the benchmark were not imported');
  return [one, two];
}

async function untilIndexed(forum: RunningForum): Promise<void> {
  for (let waiting = await changesWaiting(forum); waiting > 0; waiting = await changesWaiting(forum)) {
    await setTimeout(1_000);
  }
}

async function changesWaiting(forum: RunningForum): Promise<number> {
  const status = await forum.command('search', 'status');
  const [, waiting] = /^postgres .*, (\d+) changes wait$/m.exec(status) ?? [];
  if (waiting === undefined) throw new Error(`The status of the search does not say what waits: ${status}`);
  return Number(waiting);
}

function readRounds(rounds: number): () => boolean {
  let left = rounds;
  return () => left-- > 0;
}

/** Reads the pages again and again, one after the other, as long as `goesOn`; at least once. */
async function slowestRead({ origin }: RunningForum, paths: readonly string[], goesOn: () => boolean): Promise<number> {
  let slowest = 0;
  do {
    for (const path of paths) {
      const started = performance.now();
      const response = await fetch(origin + path);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      slowest = Math.max(slowest, performance.now() - started);
    }
  } while (goesOn());
  return slowest;
}
