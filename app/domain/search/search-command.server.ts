import { db } from '#app/platform/db.server.ts';
import { indexedPosts } from './document.server.ts';
import { drainOutbox } from './drain-outbox.server.ts';
import { rebuildIndex } from './rebuild-index.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';
import { verifyIndex, type Drift } from './verify-index.server.ts';

type SearchIo = {
  out(line: string): void;
  err(line: string): void;
  progress?(done: number, total: number | null, label: string): void;
};

export const SEARCH_USAGE = 'Usage: npm run search -- rebuild|verify|status';

/**
 * `search rebuild` brings the whole index in line with the posts, `verify` says where it is not, `status` how full it is.
 * Gives the exit code: 1 when `verify` finds a difference, 2 when it is called in no such way.
 */
export async function searchCommand(args: string[], io: SearchIo): Promise<number> {
  const [action, ...rest] = args;
  if (rest.length === 0 && action === 'rebuild') return rebuild(io);
  if (rest.length === 0 && action === 'verify') return verify(io);
  if (rest.length === 0 && action === 'status') return status(io);
  io.err(SEARCH_USAGE);
  return 2;
}

async function rebuild(io: SearchIo): Promise<number> {
  const total = await db.post.count({ where: indexedPosts });
  const done = await rebuildIndex((posts) => io.progress?.(posts, total, 'posts indexed'));
  io.out(`${done} posts are in the index.`);
  return 0;
}

async function verify(io: SearchIo): Promise<number> {
  await drainOutbox();
  const { missing, stale, surplus } = await verifyIndex();
  const drift = { missing, stale, surplus } satisfies Drift;
  if (Object.values(drift).every((ids) => ids.length === 0)) {
    io.out('Index and posts agree.');
    return 0;
  }
  io.out(
    `${missing.length} posts are missing from the index, ${stale.length} differ, ${surplus.length} should not be in it.`,
  );
  io.out('npm run search -- rebuild puts it right.');
  return 1;
}

async function status(io: SearchIo): Promise<number> {
  const engine = postgresEngine(db);
  const { documents } = await engine.health();
  io.out(`engine    ${engine.name}`);
  io.out(`index     ${documents} posts`);
  io.out(`posts     ${await db.post.count({ where: indexedPosts })} that everybody may read`);
  io.out(`waiting   ${await db.outbox.count()} changes`);
  return 0;
}
