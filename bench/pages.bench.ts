import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type Load } from './load.ts';
import { startMeasured } from './measured-server.ts';

/**
 * `npm run bench -- pages`: what a guest's thread page of 20 posts costs the forum, its embedded database included, beside a
 * bare node:http server that sends the same bytes. Both in one run on one machine: the ratio travels, the figures do not.
 */
const POSTS = 20;
const WORDS_A_POST = 110;
const START = 'app/platform/host/start.mjs';

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-'));
try {
  const env = { DATA_DIR: join(folder, 'data'), DEMO: '0', LOG_LEVEL: 'error' };
  const thread = join(folder, 'thread.jsonl');
  writeFileSync(thread, JSON.stringify(threadOfPosts()));
  execFileSync(process.execPath, [START, 'import', thread, '--create-topics', 'measured'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const forum = await startMeasured(START, { env: (port) => ({ ...env, PORT: String(port) }) });
  const path = await pathOfThread(forum.origin);
  const page = Buffer.from(await (await fetch(forum.origin + path)).arrayBuffer());
  const atForum = await load(forum, path, 2000, page.length);
  await forum.stop();

  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const bare = await startMeasured('bench/bare-server.mjs', { args: (port) => [String(port), file] });
  const atBare = await load(bare, path, 20_000, page.length);
  await bare.stop();

  console.log(`pages: a guest's thread page of ${POSTS} posts, not kept, ${(page.length / 1000).toFixed(0)} kB`);
  console.log(line('forum', atForum));
  console.log(line('bare node:http', atBare));
  console.log(`  ratio of CPU     ${(atForum.cpuMsPerRequest / atBare.cpuMsPerRequest).toFixed(0)} : 1`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function line(name: string, { cpuMsPerRequest, perSecond, rssMb }: Load): string {
  const cpu = cpuMsPerRequest.toFixed(3).padStart(8);
  return `  ${name.padEnd(16)}${cpu} ms CPU a request, ${perSecond.toFixed(0).padStart(6)} requests/s, ${rssMb.toFixed(0)} MB resident`;
}

function threadOfPosts(): object {
  const sentence = 'I keep turning over what I owe them and what I owe the people who never hear of it. ';
  const body = sentence.repeat(Math.ceil(WORDS_A_POST / sentence.split(' ').length));
  const replies = Array.from({ length: POSTS - 1 }, (_, index) => ({ body, writer: `writer-${index % 7}` }));
  return { externalRef: 'bench-pages', title: 'A thread of twenty posts', topic: 'measured-pages', body, replies };
}

async function pathOfThread(origin: string): Promise<string> {
  const answer = (await (await fetch(`${origin}/api/v1/threads?topic=measured-pages`)).json()) as {
    threads: { url: string }[];
  };
  const [thread] = answer.threads;
  if (!thread) throw new Error('The thread of the benchmark was not imported');
  return new URL(thread.url, origin).pathname;
}
