import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { findPostgres, startPostgres } from '#prisma/testing/postgres-server.ts';
import { findMeilisearch, startMeilisearch } from '#search/testing/meilisearch-server.ts';
import { createReply } from '#app/domain/posts/create-reply.server.ts';
import { replySchema } from '#app/domain/posts/schema.ts';
import { startIndexer } from '#app/domain/search/indexer.server.ts';
import { meilisearch } from '#app/domain/search/meilisearch.server.ts';
import { verifyIndex } from '#app/domain/search/verify-index.server.ts';

import { readConfig } from '#app/platform/config.server.ts';
import { db } from '#app/platform/db.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { Figures, ms, tellSkipped } from './figures.ts';
import { readOptions } from './options.ts';
import { openGate, type Gate } from './outbox/gate.ts';
import { Lag } from './outbox/lag.ts';
import { makeMember, makeTopic } from './seal/many-personas.ts';

/**
 * `npm run bench -- outbox [--seconds 300]`: ten replies a second, while Meilisearch cannot be reached for two fifths of the time. Prints how far
 * the indexes fall behind, how soon after they have caught up, what was lost, and memory. On a PostgreSQL server where one is found.
 */
const { values, sized } = readOptions({ seconds: { type: 'string', default: '300' } });
const SECONDS = sized(Number(values.seconds));
const PER_SECOND = 10;
/** Ms of lag that counts as caught up, and the ms within which that is to be reached. */
const CAUGHT_UP = 1_000;
const WITHIN = 60_000;
const THREADS = 50;
const SEAL_KEY = randomBytes(32).toString('base64');

const binary = findMeilisearch();
if (binary === undefined) {
  tellSkipped('outbox', 'for no Meilisearch is found on the PATH');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'forum-bench-outbox-'));
  useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
  const found = await findPostgres();
  const postgres = found === undefined ? undefined : await startPostgres(found);
  const engine = await startMeilisearch(binary);
  const gate = await openGate(engine.host);
  const forum = await openForum(
    readConfig({
      ...{ DATA_DIR: folder, SEAL_KEY, MEILI_HOST: gate.host, MEILI_API_KEY: engine.apiKey },
      ...(postgres && { DATABASE_URL: postgres.url }),
    }),
    () => {},
  );
  try {
    const on = postgres ? 'PostgreSQL server' : 'embedded database';
    const load = `${PER_SECOND} replies a second for ${SECONDS} s, Meilisearch away for two fifths of it`;
    await drill(gate, new Figures(`outbox: ${load}   (${on})`));
  } finally {
    await closeMarkdown();
    await forum.close();
    gate.close();
    await engine.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drill(gate: Gate, figures: Figures): Promise<void> {
  const topic = await makeTopic();
  const { member } = await makeMember({ threads: THREADS, as: 'pen-name' }, topic);
  const threads = (await db.thread.findMany({ select: { id: true } })).map(({ id }) => id);
  const indexer = await startIndexer();
  const lag = new Lag();
  await lag.untilBelow(CAUGHT_UP, 120_000);
  const before = memory();
  let written = 0;
  const write = async (): Promise<void> => {
    const input = replySchema.parse({
      as: 'pen-name',
      body: `Reply ${(written += 1)} about boundaries.`,
      formKey: newId(),
    });
    const result = await createReply({ ...member }, { threadId: threads[written % threads.length] ?? '', input });
    if (result.kind !== 'replied') throw new Error(`A reply was not written: ${JSON.stringify(result)}`);
    lag.note(result.postId);
  };
  const phase = async (share: number): Promise<void> => {
    const until = performance.now() + share * SECONDS * 1000;
    for (let next = performance.now(); next < until; next += 1000 / PER_SECOND) {
      await pause(Math.max(0, next - performance.now()));
      await write();
    }
  };
  const watching = lag.watch();
  try {
    await phase(0.2);
    figures.tell({ what: 'lag while it is there, at most', value: ms(lag.takeMost(), 0) });
    gate.shut();
    await phase(0.4);
    figures.tell({ what: 'lag while it is away, at most', value: `${(lag.takeMost() / 1000).toFixed(0)} s` });
    gate.open();
    // Together: what the one throws is not left alone while the other goes on.
    const [took] = await Promise.all([lag.untilBelow(CAUGHT_UP, 4 * WITHIN), phase(0.4)]);
    figures.tell({
      what: 'lag under 1 s again after it is back',
      value: `${(took / 1000).toFixed(1)} s`,
      bar: `${WITHIN / 1000} s`,
      isMet: took <= WITHIN,
    });
    await lag.untilBelow(0, WITHIN);
  } finally {
    await watching.stop();
  }
  const after = memory();
  await indexer.stop();
  const engine = meilisearch();
  const drift = [await verifyIndex(), ...(engine ? [await verifyIndex(engine)] : [])].flatMap((one) =>
    Object.values(one).flat(),
  );
  figures.tell({
    what: 'missing, doubled or different in an index',
    value: `${drift.length} of ${written}`,
    bar: '0',
    isMet: drift.length === 0,
  });
  const health = await engine?.health();
  figures.tell({
    what: 'documents in Meilisearch, of posts',
    value: `${health?.documents} of ${await db.post.count()}`,
  });
  figures.tell({ what: 'memory of this process', value: `${after} MB`, note: `${before} MB before` });
}

/** MB in use after what nobody needs was given back, where that can be asked for (node --expose-gc). */
function memory(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
}
