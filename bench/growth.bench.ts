import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCursor } from '#app/domain/threads/cursor.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { db } from '#app/platform/db.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { Figures, ms } from './figures.ts';
import { topUp } from './growth/top-up.ts';
import { KEPT_SEAL_KEY, openBenchServer } from './kept-database.ts';
import { load, toAsk, type Page } from './load.ts';
import { startMeasuredForum, type MeasuredServer } from './measured-server.ts';
import { readOptions } from './options.ts';
import { serverCpuMs } from './server-cost.ts';
import { makeMember, makeTopic } from './seal/many-personas.ts';

/**
 * `npm run bench -- growth [--posts 10000,100000] [--database URL]`: what pages cost in CPU, the database included, in a forum that grows: each
 * figure beside that of the first size, and the last page of a long list beside its first. `--posts 10000,1000000` takes half an hour the
 * first time; `--database` names an empty database on a PostgreSQL server of this machine that is kept, and only topped up afterwards.
 */
const { values, sized } = readOptions({
  posts: { type: 'string', default: '10000,100000' },
  database: { type: 'string' },
});
const SIZES = values.posts.split(',').map(Number).map(sized);
const REQUESTS = sized(500);
const BAR = 1.2;
/** Threads that the reader has written in. */
const OWN = 20;

const postgres = await openBenchServer(values.database);
if (!postgres) throw new Error('growth needs what is not here: a PostgreSQL server');
const { url } = postgres;
const folder = mkdtempSync(join(tmpdir(), 'forum-bench-growth-'));
const env = {
  DATABASE_URL: url,
  DATA_DIR: folder,
  DEMO: '0',
  SEAL_KEY: KEPT_SEAL_KEY,
};
useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
try {
  const first = new Map<string, number>();
  for (const posts of SIZES) {
    const pages = await fill(posts);
    const forum = await startMeasuredForum(env);
    try {
      const figures = new Figures(`growth: ${posts} posts, PostgreSQL server`);
      await measure({ forum, pages, first, figures });
    } finally {
      await forum.stop();
    }
  }
} finally {
  await closeMarkdown();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Fills the forum up and gives what is asked for, by name. A deep page is measured against the first of the same list. */
async function fill(posts: number): Promise<Record<string, Page>> {
  const opened = await openForum(readConfig(env), () => {});
  try {
    const known = await db.topic.findUnique({ where: { slug: 'measured' }, select: { id: true } });
    const topicId = known?.id ?? (await makeTopic());
    await topUp(topicId, posts);
    const { token } = await makeMember({ threads: OWN, as: 'anonymous' }, topicId);
    const where = { topicId, replyCount: { gt: 0 } };
    const order = [{ lastActivityAt: 'desc' as const }, { id: 'asc' as const }];
    const select = { id: true, slug: true, lastActivityAt: true };
    const newest = await db.thread.findFirstOrThrow({ where, orderBy: order, select });
    const skip = Math.floor((await db.thread.count({ where })) * 0.9);
    const deep = await db.thread.findFirstOrThrow({ where, orderBy: order, skip, select });
    const thread = `/threads/${newest.id}/${newest.slug}`;
    return {
      'thread of 20 posts': { path: thread, isAnew: true },
      home: { path: '/', isAnew: true },
      'topic list': { path: '/topics/measured', isAnew: true },
      'the same, nine tenths down': {
        path: `/topics/measured?after=${writeCursor({ at: deep.lastActivityAt, id: deep.id })}`,
        isAnew: true,
      },
      "member's thread page": { path: thread, cookie: `session=${token}` },
    };
  } finally {
    await opened.close();
  }
}

/** `first` is what each page cost in the smallest forum, or nothing yet. */
type Measuring = { forum: MeasuredServer; pages: Record<string, Page>; first: Map<string, number>; figures: Figures };

async function measure({ forum, pages, first, figures }: Measuring): Promise<void> {
  let before = NaN;
  for (const [name, page] of Object.entries(pages)) {
    const { cpuMsPerRequest: cpu } = await load(forum, await toAsk(forum, page), REQUESTS, {
      elsewhere: () => serverCpuMs(url),
    });
    const inFirst = first.get(name);
    first.set(name, inFirst ?? cpu);
    const beside = name.startsWith('the same') ? before : inFirst;
    const growth = beside === undefined ? undefined : cpu / beside;
    figures.tell({
      what: name,
      value: `${ms(cpu, 1)} CPU`,
      ...(growth !== undefined && { growth, bar: `${BAR} ×`, isMet: growth <= BAR }),
    });
    before = cpu;
  }
}
