import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { load, p99AtPace, type Asked, type Load } from './load.ts';
import { startMeasured, type MeasuredServer } from './measured-server.ts';
import { fill, POSTS_A_THREAD, type Filled } from './pages/fill.ts';
import { serverCpuMs } from './pages/server-cost.ts';

/**
 * `npm run bench -- pages`: what pages cost the forum in CPU, its database included, among 20,000 posts: on a PostgreSQL server where one
 * is found, and embedded. The kept page stands beside a bare node:http server that sends the same bytes, in the same run on the same machine: the
 * ratio travels, the figures do not.
 */
const START = 'app/platform/host/start.mjs';
const REQUESTS = 600;
const KEPT_REQUESTS = 20_000;
/** A query that no page reads: what is asked with it is made anew each time. */
const ANEW = 'bench=1';

useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
const folder = mkdtempSync(join(tmpdir(), 'forum-bench-'));
const found = await findPostgres();
const postgres = found === undefined ? undefined : await startPostgres(found);
try {
  if (postgres) await measure('PostgreSQL server', { DATABASE_URL: postgres.url }, () => serverCpuMs(postgres.url));
  else console.log('pages: no PostgreSQL is found');
  await measure('embedded database', {}, () => 0);
} finally {
  await closeMarkdown();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(database: string, where: Record<string, string>, elsewhere: () => number): Promise<void> {
  const dataDir = join(folder, database.replace(' ', '-'));
  const env = {
    ...where,
    DATA_DIR: dataDir,
    DEMO: '0',
    LOG_LEVEL: 'error',
    SEAL_KEY: randomBytes(32).toString('base64'),
  };
  const opened = await openForum(readConfig(env), () => {});
  const filled = await fill().finally(() => opened.close());
  const begun = performance.now();
  const forum = await startMeasured(START, { env: (port) => ({ ...env, PORT: String(port) }) });
  const startedIn = performance.now() - begun;
  console.log(`pages: ${filled.posts} posts, ${database}`);
  try {
    await measureForum(forum, filled, elsewhere);
    console.log(`  start to first answer (built, migrated)  ${(startedIn / 1000).toFixed(1)} s   (bar 3 s)`);
  } finally {
    await forum.stop();
  }
}

async function measureForum(forum: MeasuredServer, filled: Filled, elsewhere: () => number): Promise<void> {
  const asked = async (path: string, cookie?: string): Promise<Asked> => {
    const response = await fetch(forum.origin + path, { headers: cookie === undefined ? {} : { Cookie: cookie } });
    return { path, cookie, bytes: (await response.arrayBuffer()).byteLength };
  };
  const kept = await asked(filled.threadPath);
  const atKept = await load(forum, kept, KEPT_REQUESTS);
  const atBare = await measureBare(Buffer.from(await (await fetch(forum.origin + kept.path)).arrayBuffer()));
  const ratio = atBare.cpuMsPerRequest / atKept.cpuMsPerRequest;
  report('bare node:http, the same bytes', atBare, '');
  report(`thread of ${POSTS_A_THREAD} posts, kept`, atKept, `${(100 * ratio).toFixed(0)} % of bare   (bar 60 %)`);
  const anew = {
    [`the same, not kept`]: `${filled.threadPath}?${ANEW}`,
    home: `/?${ANEW}`,
    'topic list': `/topics/measured?${ANEW}`,
  };
  for (const [name, path] of Object.entries(anew)) {
    report(name, await load(forum, await asked(path), REQUESTS, elsewhere), '(bar 10 ms)');
  }
  const page = await asked(filled.threadPath, `session=${filled.token}`);
  const atMember = await load(forum, page, REQUESTS, elsewhere);
  report("member's thread page", atMember, '(bar 14 ms)');
  const p99 = await p99AtPace(forum, page, { perSecond: atMember.perSecond / 2, seconds: 6 });
  console.log(`  its p99 at half load                     ${p99.toFixed(0)} ms   (bar 60 ms)`);
  console.log(`  resident memory under load               ${atMember.rssMb.toFixed(0)} MB   (bar 400 MB on a server)`);
}

async function measureBare(page: Buffer): Promise<Load> {
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const bare = await startMeasured('bench/bare-server.mjs', { args: (port) => [String(port), file] });
  try {
    return await load(bare, { path: '/', bytes: page.length }, KEPT_REQUESTS);
  } finally {
    await bare.stop();
  }
}

function report(name: string, { cpuMsPerRequest, perSecond }: Load, note: string): void {
  const cpu = cpuMsPerRequest.toFixed(cpuMsPerRequest < 1 ? 3 : 1).padStart(6);
  console.log(`  ${name.padEnd(34)} ${cpu} ms CPU a request, ${perSecond.toFixed(0).padStart(6)} requests/s   ${note}`);
}
