import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findMeilisearch, startMeilisearch } from '#search/testing/meilisearch-server.ts';
import { importThreads } from '#app/domain/posts/import/import-threads.server.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { meilisearch } from '#app/domain/search/meilisearch.server.ts';
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts';
import { rebuildMeilisearch } from '#app/domain/search/rebuild-meilisearch.server.ts';
import { loadSearchSettings } from '#app/domain/search/search-settings.server.ts';
import { readSynonymChanges, replaceSynonymChanges } from '#app/domain/search/synonyms/stored.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { db } from '#app/platform/db.server.ts';
import { openForum } from '#app/platform/host/open-forum.server.ts';
import { closeMarkdown, useWorkerFile } from '#app/platform/markdown/markdown.server.ts';
import { KEPT_SEAL_KEY, openBenchServer } from './kept-database.ts';
import { startMeasured } from './measured-server.ts';
import { bury } from './search/bury.ts';
import { readCorpus, type Corpus } from './search/corpus.ts';
import { measure } from './search/measure.ts';
import { report } from './search/report.ts';

/**
 * `npm run bench -- search [--corpus FOLDER] [--posts NUMBER] [--engine postgres|meilisearch] [--database URL [--refill]]`: imports the corpus, buries it in as many
 * posts of the same words, asks every query of it over `/api/v1/search` on the built forum, and prints where what is looked for was found
 * and how long it took. On a PostgreSQL server where one is found, else on the embedded database; Meilisearch where one is found.
 *
 * `FOLDER` holds import.jsonl, queries.jsonl and synonyms.json. `--posts 1000000` takes its time. `--database` names an empty database that is
 * kept, with the Meilisearch of MEILI_HOST and MEILI_API_KEY beside it: a second run asks what the first one filled, and fills the indexes
 * once more only with `--refill`.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus/dev' },
    posts: { type: 'string', default: '50000' },
    engine: { type: 'string' },
    database: { type: 'string' },
    refill: { type: 'boolean', default: false },
  },
});
const posts = Number(values.posts);
const GROUP = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'forum-bench-search-'));
const corpus = await readCorpus(resolve(values.corpus));
useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
const postgres = await openBenchServer(values.database);
const meili = values.engine === 'postgres' ? undefined : await openMeilisearch();
const database = { DATA_DIR: folder, SEAL_KEY: KEPT_SEAL_KEY, ...(postgres && { DATABASE_URL: postgres.url }) };
const search = { MEILI_HOST: meili?.host, MEILI_API_KEY: meili?.apiKey };
try {
  console.log(
    `search: ${corpus.queries.length} queries of ${corpus.titles.length} threads among ${posts} posts   (${postgres ? 'PostgreSQL server' : 'embedded database'})`,
  );
  await fill();
  if (values.engine !== 'meilisearch')
    await ask('postgres', { ...database, MEILI_HOST: undefined, MEILI_API_KEY: undefined });
  if (meili) await ask('meilisearch', { ...database, ...search });
  else if (values.engine !== 'postgres')
    console.log('  meilisearch: none is found (MEILI_HOST, or meilisearch on the PATH)');
} finally {
  await meili?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The server that is named, or one of our own. */
async function openMeilisearch(): Promise<{ host: string; apiKey: string; stop(): Promise<void> } | undefined> {
  const host = process.env['MEILI_HOST'];
  if (host) return { host, apiKey: process.env['MEILI_API_KEY'] ?? '', stop: () => Promise.resolve() };
  const binary = findMeilisearch();
  return binary === undefined ? undefined : startMeilisearch(binary);
}

/** Everything into the tables, and from there into each index, timed. */
async function fill(): Promise<void> {
  const forum = await openForum(readConfig({ ...database, ...search }), () => {});
  try {
    const isEmpty = (await db.post.findFirst({ select: { id: true } })) === null;
    if (!isEmpty && !values.refill) return;
    if (isEmpty) {
      await addCorpus(corpus);
      await bury(corpus, posts);
    }
    await timed('postgres index filled', () => rebuildIndex());
    await drainOutbox();
    const engine = meilisearch();
    if (!engine) return;
    await engine.prepare();
    await timed('meilisearch index filled', () => rebuildMeilisearch(engine));
    await db.outbox.deleteMany();
  } finally {
    await closeMarkdown();
    await forum.close();
  }
}

async function addCorpus({ file, synonyms }: Corpus): Promise<void> {
  const { stored } = await readSynonymChanges();
  await replaceSynonymChanges(stored, synonyms);
  await loadSearchSettings();
  const counts = await importThreads(createReadStream(file), {
    createTopicsIn: GROUP,
    onRefused: (line, reason) => console.log(`  line ${line} was refused: ${reason}`),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  if (counts.refused > 0) process.exitCode = 1;
}

async function timed(what: string, work: () => Promise<number>): Promise<void> {
  const before = megabytes();
  const started = performance.now();
  const done = await work();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `  ${what}: ${done} posts in ${seconds.toFixed(1)} s, this process ${before} MB before, ${megabytes()} MB after`,
  );
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

async function ask(engine: string, env: Record<string, string | undefined>): Promise<void> {
  const server = await startMeasured('app/platform/host/start.mjs', {
    env: (port) => ({ ...env, DEMO: '0', LOG_LEVEL: 'error', PORT: String(port), TRUST_PROXY: '127.0.0.1' }),
  });
  try {
    await warmUp(server.origin, engine);
    const before = await server.cost();
    report(engine, await measure(server.origin, corpus.queries));
    const after = await server.cost();
    const cpu = (after.cpuMs - before.cpuMs) / corpus.queries.length;
    console.log(
      `    web process: ${cpu.toFixed(1)} ms of CPU a search, ${before.rssMb.toFixed(0)} MB before, ${after.rssMb.toFixed(0)} MB after`,
    );
  } finally {
    await server.stop();
  }
}

/** Until the engine that is meant answers: a forum looks at Meilisearch first before it asks it. */
async function warmUp(origin: string, engine: string): Promise<void> {
  for (let asked = 0; asked < 600; asked += 1) {
    const measured = await measure(origin, corpus.queries.slice(0, 20));
    if (measured.engines[engine] === 20) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${engine} does not answer`);
}
