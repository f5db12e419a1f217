import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomTag } from '#app/domain/authorship/author.server.ts';
import { startOfDay } from '#app/platform/times.ts';
import { currentHour, now } from '#app/platform/clock.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { db } from '#app/platform/db.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { tidyDatabase } from '#app/platform/tidy-database.server.ts';
import { Figures, ms } from './figures.ts';
import { startMeasuredForum, type MeasuredServer } from './measured-server.ts';
import { readOptions } from './options.ts';
import { quantile } from './quantile.ts';
import { makeMember, makeTopic } from './seal/many-personas.ts';

/**
 * `npm run bench -- queue`: the moderators' queue with 10,000 items waiting beside one with 100, over HTTP on the built forum, asked
 * in turns. A page is to cost the same: within a fifth.
 */
const { sized } = readOptions({});
const FEW = sized(100);
const MANY = sized(10_000);
const BAR = 1.2;
const ROUNDS = 8;
const TIMES = 20;
const BATCH = 1000;
const REASONS = ['risk', 'identifying', 'disrespect', 'advertising'] as const;
const HOUR_MS = 3_600_000;
const SEAL_KEY = randomBytes(32).toString('base64');
const PATHS = ['/moderation/queue', '/moderation/queue?kind=flags', '/moderation/queue?reason=risk'];

type Queue = { folder: string; token: string };

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-queue-'));
useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
try {
  const [few, many] = [await queueOf(FEW), await queueOf(MANY)];
  await closeMarkdown();
  await measure(few, many);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A forum of its own in which so many flagged posts wait, of all risks and ages, and a moderator of it. */
async function queueOf(count: number): Promise<Queue> {
  const own = join(folder, String(count));
  const forum = await openForum(readConfig({ DATA_DIR: own, SEAL_KEY }), () => {});
  try {
    const topic = await makeTopic();
    const { token, member } = await makeMember({ threads: MANY, as: 'anonymous' }, topic);
    const data = { role: 'moderator' as const, staffSince: startOfDay(now()) };
    await db.account.update({ where: { id: member.accountId }, data, select: { id: true } });
    const posts = await db.post.findMany({ take: count, orderBy: { id: 'asc' }, select: { id: true } });
    for (let from = 0; from < posts.length; from += BATCH) await flag(posts.slice(from, from + BATCH));
    await tidyDatabase();
    return { folder: own, token };
  } finally {
    await forum.close();
  }
}

async function flag(posts: readonly { id: string }[]): Promise<void> {
  const hour = currentHour().getTime();
  const at = (index: number): Date => new Date(hour - (index % 500) * HOUR_MS);
  await db.flag.createMany({
    data: posts.map(({ id: postId }, index) => ({
      id: newId(),
      tag: randomTag(),
      postId,
      postVersion: 1,
      reason: REASONS[index % REASONS.length] ?? 'other',
      note: 'Please look at this.',
      createdAt: at(index),
    })),
  });
  await db.queueItem.createMany({
    data: posts.map(({ id: postId }, index) => ({
      id: newId(),
      kind: 'flags' as const,
      postId,
      risk: 3 - (index % REASONS.length),
      openedAt: at(index),
    })),
  });
}

async function measure(few: Queue, many: Queue): Promise<void> {
  const [first, second] = [await serve(few), await serve(many)];
  try {
    const figures = new Figures(`queue: CPU of a page with ${MANY} items waiting, beside ${FEW}   (embedded database)`);
    for (const path of PATHS) {
      const [of100, of10000] = await inTurns(
        () => costOf(first, path, few),
        () => costOf(second, path, many),
      );
      const growth = of10000 / of100;
      const note = `${ms(of100)} of ${FEW}`;
      figures.tell({ what: path, value: ms(of10000), bar: `${BAR} ×`, isMet: growth <= BAR, growth, note });
    }
  } finally {
    await first.stop();
    await second.stop();
  }
}

function serve({ folder: dataDir }: Queue): Promise<MeasuredServer> {
  return startMeasuredForum({ DATA_DIR: dataDir, SEAL_KEY, DEMO: '0' });
}

/** The middle one of several rounds of each, after one that warms up: what else the machine does falls on both alike. */
async function inTurns(one: () => Promise<number>, other: () => Promise<number>): Promise<[number, number]> {
  await one();
  await other();
  const costs: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    costs[0].push(await one());
    costs[1].push(await other());
  }
  return [quantile(costs[0], 0.5), quantile(costs[1], 0.5)];
}

async function costOf(server: MeasuredServer, path: string, { token }: Queue): Promise<number> {
  const before = await server.cost();
  for (let i = 0; i < TIMES; i++) {
    const response = await fetch(server.origin + path, { headers: { Cookie: `session=${token}` }, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  }
  return ((await server.cost()).cpuMs - before.cpuMs) / TIMES;
}
