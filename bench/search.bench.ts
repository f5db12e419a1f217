import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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
import { Figures, ms, tellSkipped, type Figure } from './figures.ts';
import { KEPT_SEAL_KEY, openBenchServer } from './kept-database.ts';
import { startMeasuredForum } from './measured-server.ts';
import { readOptions } from './options.ts';
import { bury } from './search/bury.ts';
import { readCorpus, type Corpus, type KnownItemQuery } from './search/corpus.ts';
import { measure } from './search/measure.ts';
import { report } from './search/report.ts';
import { tellTwoWords } from './search/two-words.ts';
import { processCpuMs, serverCpuMs } from './server-cost.ts';

/**
 * `npm run bench -- search [--corpus FOLDER] [--posts NUMBER] [--engine postgres|meilisearch] [--database URL [--refill]]`: imports the corpus, buries it in as many
 * posts of the same words, asks every query of it over `/api/v1/search` on the built forum, and prints where what is looked for was found
 * and how long it took. On a PostgreSQL server where one is found, else on the embedded database; Meilisearch where one is found.
 *
 * `FOLDER` holds import.jsonl, queries.jsonl and synonyms.json. `--posts 1000000` takes its time. `--database` names an empty database that is
 * kept, with the Meilisearch of MEILI_HOST and MEILI_API_KEY beside it: a second run asks what the first one filled, and fills the indexes
 * once more only with `--refill`.
 */
const { values, sized } = readOptions({
  corpus: { type: 'string', default: '../shared/corpus/dev' },
  posts: { type: 'string', default: '50000' },
  engine: { type: 'string' },
  database: { type: 'string' },
  refill: { type: 'boolean', default: false },
});
const posts = sized(Number(values.posts));
const GROUP = 'bench';

if (existsSync(values.corpus)) await bench();
else tellSkipped('search', `for there is no ${values.corpus}: --corpus FOLDER`);

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'forum-bench-search-'));
  const corpus = await readCorpus(resolve(values.corpus));
  useWorkerFile(pathToFileURL(resolve('build/server/markdown-worker.js')));
  const postgres = await openBenchServer(values.database);
  const meili = values.engine === 'postgres' ? undefined : await openMeilisearch();
  const database = { DATA_DIR: folder, SEAL_KEY: KEPT_SEAL_KEY, ...(postgres && { DATABASE_URL: postgres.url }) };
  const search = { MEILI_HOST: meili?.host, MEILI_API_KEY: meili?.apiKey };
  const cpu = {
    databases: () => (postgres ? serverCpuMs(postgres.url) : 0),
    engineCpu: () => (meili?.pid === undefined ? 0 : processCpuMs(meili.pid)),
  };
  const on = `${corpus.titles.length} threads among ${posts} posts, ${postgres ? 'PostgreSQL server' : 'embedded database'}`;
  const about = (engine: string): Figures => new Figures(`search: ${engine}, ${on}`);
  try {
    await fill({ corpus, env: { ...database, ...search }, figures: about('filling') });
    if (values.engine !== 'meilisearch') {
      const env = { ...database, MEILI_HOST: undefined, MEILI_API_KEY: undefined };
      await ask('postgres', { corpus, env, figures: about('postgres'), ...cpu });
    }
    if (meili)
      await ask('meilisearch', { corpus, env: { ...database, ...search }, figures: about('meilisearch'), ...cpu });
    else if (values.engine !== 'postgres') {
      tellSkipped('search: meilisearch', 'for none is found (MEILI_HOST, or meilisearch on the PATH)');
    }
  } finally {
    await meili?.stop();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Part = { corpus: Corpus; env: Record<string, string | undefined>; figures: Figures };
type Asked = Part & { databases: () => number; engineCpu: () => number };

/** The server that is named, or one of our own. */
async function openMeilisearch(): Promise<
  { host: string; apiKey: string; pid: number | undefined; stop(): Promise<void> } | undefined
> {
  const host = process.env['MEILI_HOST'];
  if (host) return { host, apiKey: process.env['MEILI_API_KEY'] ?? '', pid: undefined, stop: () => Promise.resolve() };
  const binary = findMeilisearch();
  return binary === undefined ? undefined : startMeilisearch(binary);
}

/** Everything into the tables, and from there into each index, timed. */
async function fill({ corpus, env, figures }: Part): Promise<void> {
  const forum = await openForum(readConfig(env), () => {});
  try {
    const isEmpty = (await db.post.findFirst({ select: { id: true } })) === null;
    if (!isEmpty && !values.refill) return;
    if (isEmpty) {
      await addCorpus(corpus);
      await bury(corpus, posts);
    }
    figures.tell(await timed('postgres index filled', () => rebuildIndex()));
    await drainOutbox();
    const engine = meilisearch();
    if (!engine) return;
    await engine.prepare();
    figures.tell(await timed('meilisearch index filled', () => rebuildMeilisearch(engine)));
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

async function timed(what: string, work: () => Promise<number>): Promise<Figure> {
  const before = megabytes();
  const started = performance.now();
  const done = await work();
  const seconds = (performance.now() - started) / 1000;
  return {
    what,
    value: `${seconds.toFixed(1)} s`,
    note: `${done} posts; this process ${before} MB before, ${megabytes()} MB after`,
  };
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

async function ask(engine: string, { corpus, env, figures, ...cpu }: Asked): Promise<void> {
  const { queries, titles } = corpus;
  const server = await startMeasuredForum({ ...env, DEMO: '0', TRUST_PROXY: '127.0.0.1' });
  try {
    await warmUp(server.origin, engine, queries.slice(0, 20));
    const before = await server.cost();
    report(figures, { engine, posts, measured: await measure(server.origin, queries) });
    const after = await server.cost();
    figures.tell({
      what: 'web process: a search',
      value: `${ms((after.cpuMs - before.cpuMs) / queries.length, 1)} CPU`,
      note: `${before.rssMb.toFixed(0)} MB before, ${after.rssMb.toFixed(0)} MB after`,
    });
    await tellTwoWords(figures, server, { engine, titles, ...cpu });
  } finally {
    await server.stop();
  }
}

/** Until the engine that is meant answers: a forum looks at Meilisearch first before it asks it. */
async function warmUp(origin: string, engine: string, queries: readonly KnownItemQuery[]): Promise<void> {
  for (let asked = 0; asked < 600; asked += 1) {
    const measured = await measure(origin, queries);
    if (measured.engines[engine] === queries.length) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${engine} does not answer`);
}
