import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { Figures, ms, tellSkipped } from './figures.ts';
import { load, loadInTurns, p99AtPace, toAsk, type Load } from './load.ts';
import { startMeasured, startMeasuredForum, type MeasuredServer } from './measured-server.ts';
import { readOptions } from './options.ts';
import { fill, POSTS_A_THREAD, type Filled } from './pages/fill.ts';
import { serverCpuMs } from './server-cost.ts';

/**
 * `npm run bench -- pages`: what pages cost the forum in CPU, its database included, among 20,000 posts: on a PostgreSQL server where one
 * is found, and embedded. Beside it stands a bare node:http server that sends the same bytes, in the same run on the same machine: the
 * ratio travels, the figures do not.
 */
const { sized } = readOptions({});
/** Of twenty posts each. */
const THREADS = sized(1_000);
const REQUESTS = sized(600);
const KEPT_REQUESTS = sized(20_000);
/** What a server has answered before each page that is made anew is measured. */
const WARM_UP = sized(2_000);
const SECONDS_AT_PACE = 6;
const BARS = { kept: 0.6, anew: 10, member: 14, p99: 60, memory: 400, start: 3 };

useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
const folder = mkdtempSync(join(tmpdir(), 'forum-bench-'));
const found = await findPostgres();
const postgres = found === undefined ? undefined : await startPostgres(found);
try {
  if (postgres) await measure('PostgreSQL server', { DATABASE_URL: postgres.url }, () => serverCpuMs(postgres.url));
  else tellSkipped('pages: PostgreSQL server', 'for none is found');
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
    SEAL_KEY: randomBytes(32).toString('base64'),
  };
  const opened = await openForum(readConfig(env), () => {});
  const filled = await fill(THREADS).finally(() => opened.close());
  const figures = new Figures(`pages: ${filled.posts} posts, ${database}`);
  const [forum, startedIn] = await timed(() => startMeasuredForum(env));
  try {
    const { bare, kept } = await besideBare(forum, filled.threadPath);
    const ofBare = bare.cpuMsPerRequest / kept.cpuMsPerRequest;
    figures.tell({ what: 'bare node:http, the same bytes', ...costOf(bare), ofBare: 1 });
    figures.tell({
      what: `thread of ${POSTS_A_THREAD} posts, kept`,
      ...costOf(kept),
      ofBare,
      bar: `${100 * BARS.kept} % of bare`,
      isMet: ofBare >= BARS.kept,
    });
    await measureForum(forum, { filled, elsewhere, figures, bare });
    figures.tell({
      what: 'start to first answer (built, migrated)',
      value: `${startedIn.toFixed(1)} s`,
      ...under(startedIn, BARS.start, 's'),
      ofBare: bare.startedIn / startedIn,
    });
  } finally {
    await forum.stop();
  }
}

type Bare = Load & { startedIn: number };
type Measuring = { filled: Filled; elsewhere: () => number; figures: Figures; bare: Bare };

async function measureForum(forum: MeasuredServer, { filled, elsewhere, figures, bare }: Measuring): Promise<void> {
  const ofBare = ({ cpuMsPerRequest }: Load): number => bare.cpuMsPerRequest / cpuMsPerRequest;
  const anew = {
    [`the same, not kept`]: filled.threadPath,
    home: '/',
    'topic list': '/topics/measured',
  };
  const tell = (what: string, cost: Load, bar: number): void =>
    figures.tell({ what, ...costOf(cost), ofBare: ofBare(cost), ...under(cost.cpuMsPerRequest, bar, 'ms') });
  for (const [name, path] of Object.entries(anew)) {
    const page = await toAsk(forum, { path, isAnew: true });
    tell(name, await load(forum, page, REQUESTS, { warmUp: WARM_UP, elsewhere }), BARS.anew);
  }
  const page = await toAsk(forum, { path: filled.threadPath, cookie: `session=${filled.token}` });
  const atMember = await load(forum, page, REQUESTS, { warmUp: WARM_UP, elsewhere });
  tell("member's thread page", atMember, BARS.member);
  const p99 = await p99AtPace(forum, page, { perSecond: atMember.perSecond / 2, seconds: SECONDS_AT_PACE });
  figures.tell({ what: 'its p99 at half load', value: ms(p99, 0), ...under(p99, BARS.p99, 'ms') });
  figures.tell({
    what: 'resident memory under load',
    value: `${atMember.rssMb.toFixed(0)} MB`,
    // With the database in the same process there is no bar.
    ...(elsewhere() > 0 && under(atMember.rssMb, BARS.memory, 'MB')),
    ofBare: bare.rssMb / atMember.rssMb,
  });
}

/** What a kept page costs the forum, and what the same bytes cost a bare server meanwhile. */
async function besideBare(forum: MeasuredServer, path: string): Promise<{ bare: Bare; kept: Load }> {
  const page = Buffer.from(await (await fetch(forum.origin + path)).arrayBuffer());
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const [server, startedIn] = await timed(() => startMeasured((port) => ['bench/bare-server.mjs', String(port), file]));
  try {
    const atForum = { server: forum, asked: { path, bytes: page.length } };
    const atBare = { server, asked: { path: '/', bytes: page.length } };
    const [kept, bare] = await loadInTurns(atForum, atBare, KEPT_REQUESTS);
    return { kept, bare: { ...bare, startedIn } };
  } finally {
    await server.stop();
  }
}

/** What it gives, and how many seconds it took. */
async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const begun = performance.now();
  return [await work(), (performance.now() - begun) / 1000];
}

function costOf({ cpuMsPerRequest, perSecond }: Load): { value: string; note: string } {
  return {
    value: `${ms(cpuMsPerRequest, cpuMsPerRequest < 1 ? 3 : 1)} CPU`,
    note: `${perSecond.toFixed(0)} requests/s`,
  };
}

function under(value: number, bar: number, unit: string): { bar: string; isMet: boolean } {
  return { bar: `${bar} ${unit}`, isMet: value <= bar };
}
