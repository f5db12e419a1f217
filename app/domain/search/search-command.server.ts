import type { Prisma } from '#prisma/client.ts';
import { EngineUnavailable } from '#search/engine-unavailable.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { indexedPosts } from './document.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { rebuildIndex } from './rebuild-index.server.ts';
import { relayOutbox } from './relay-outbox.server.ts';
import { renewMeilisearch } from './renew-meilisearch.server.ts';
import { currentSearchSettings, loadSearchSettings } from './search-settings.server.ts';
import { meilisearch } from './meilisearch.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';
import { verifyIndex } from './verify-index.server.ts';

type SearchIo = {
  out(line: string): void;
  err(line: string): void;
  progress?(done: number, total: number | null, label: string): void;
};

export const SEARCH_USAGE = 'Usage: npm run search -- apply|rebuild|verify|status';

const ACTIONS: Readonly<Record<string, (io: SearchIo) => Promise<number>>> = { apply, rebuild, verify, status };

/**
 * `search apply` puts the settings in force, `rebuild` brings every index in line with the posts, `verify` says where it is not,
 * `status` how full it is. Gives the exit code: 1 when `verify` finds a difference, 2 when it is called in no such way.
 *
 * @throws EngineUnavailable when there is a Meilisearch and it does not do what it should.
 */
export async function searchCommand(args: string[], io: SearchIo): Promise<number> {
  const [action = '', ...rest] = args;
  const run = rest.length === 0 && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) {
    io.err(SEARCH_USAGE);
    return 2;
  }
  await loadSearchSettings();
  return run(io);
}

async function apply(io: SearchIo): Promise<number> {
  const engine = meilisearch();
  if (!engine) {
    io.out('PostgreSQL searches by the settings as they are: there is nothing to put in force.');
    return 0;
  }
  const { version, needsRebuild, ownKeys } = await engine.prepare();
  await engine.apply(currentSearchSettings());
  io.out(`The settings are in force on Meilisearch ${version}.`);
  if (!ownKeys) io.out('MEILI_API_KEY may not make keys: it is used for everything.');
  if (needsRebuild) await fillMeilisearch(engine, io);
  return 0;
}

async function rebuild(io: SearchIo): Promise<number> {
  const total = await db.post.count({ where: indexedPosts });
  const done = await rebuildIndex((posts) => io.progress?.(posts, total, 'posts indexed'));
  io.out(`${done} posts are in the index.`);
  const engine = meilisearch();
  if (engine) await fillMeilisearch(engine, io);
  return 0;
}

async function fillMeilisearch(engine: MeilisearchEngine, io: SearchIo): Promise<void> {
  const total = await db.post.count({ where: indexedPosts });
  const done = await renewMeilisearch(engine, (posts) => io.progress?.(posts, total, 'posts sent to Meilisearch'));
  io.out(`${done} posts are in Meilisearch.`);
}

async function verify(io: SearchIo): Promise<number> {
  await drainOutbox();
  const engine = meilisearch();
  if (engine) await relayOutbox(engine);
  let isInLine = true;
  for (const one of [postgresEngine(db), ...(engine ? [engine] : [])]) {
    const drift = await verifyIndex(one);
    if (Object.values(drift).every((ids) => ids.length === 0)) continue;
    isInLine = false;
    const { missing, stale, surplus } = drift;
    io.out(
      `${one.name}: ${missing.length} posts are missing, ${stale.length} differ, ${surplus.length} should not be there.`,
    );
  }
  io.out(isInLine ? 'Index and posts agree.' : 'npm run search -- rebuild puts it right.');
  return isInLine ? 0 : 1;
}

async function status(io: SearchIo): Promise<number> {
  const engine = meilisearch();
  const waiting = (where: Prisma.OutboxWhereInput) => db.outbox.count({ where });
  io.out(`engine    ${engine ? 'meilisearch, and postgres when it does not answer' : 'postgres'}`);
  io.out(`posts     ${await db.post.count({ where: indexedPosts })} that everybody may read`);
  io.out(
    `postgres  ${(await postgresEngine(db).health()).documents} in the index, ${await waiting({ stage: 'index' })} changes wait`,
  );
  if (engine)
    io.out(`meili     ${await documentsIn(engine)}, ${await waiting({ stage: { not: 'index' } })} changes wait`);
  return 0;
}

async function documentsIn(engine: MeilisearchEngine): Promise<string> {
  try {
    return `${(await engine.health()).documents} in the index`;
  } catch (error) {
    if (error instanceof EngineUnavailable) return `does not answer (${error.message})`;
    throw error;
  }
}
