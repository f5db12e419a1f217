import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

const MISSING = 'no Meilisearch is found (MEILI_HOST and MEILI_API_KEY, or meilisearch on the PATH)';

/** `files`: where it keeps its data, if the run started it. */
export type MeilisearchServer = { host: string; apiKey: string; files: string | null } | { missing: string };

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merges with Vitest's
  interface ProvidedContext {
    /** A running server, or why there is none. */
    meilisearch: MeilisearchServer;
  }
}

/** Finds or starts a server, once per run. */
// eslint-disable-next-line no-restricted-syntax -- Vitest asks for it
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const host = process.env['MEILI_HOST'];
  if (host) {
    project.provide('meilisearch', { host, apiKey: process.env['MEILI_API_KEY'] ?? '', files: null });
    return undefined;
  }
  const binary = findMeilisearch();
  if (binary === undefined) {
    process.stdout.write(`Skipping the tests of the project meilisearch: ${MISSING}\n`);
    project.provide('meilisearch', { missing: MISSING });
    return undefined;
  }
  const { stop, ...server } = await startMeilisearch(binary);
  project.provide('meilisearch', server);
  return stop;
}

/** The server's program, if it is on the PATH. */
export function findMeilisearch(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'meilisearch'))
    .find((path) => existsSync(path));
}

/** As compose.yaml has it: each task clears a share of this first, and two thirds of a large machine's memory take a second. */
export const INDEXING_MEMORY = '512MiB';

/** Starts a server in a temporary folder, on the loopback interface alone; nothing in it outlives `stop`. */
export async function startMeilisearch(
  binary: string,
): Promise<{ host: string; apiKey: string; files: string; pid: number | undefined; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'forum-meilisearch-'));
  const address = `127.0.0.1:${await freePort()}`;
  const apiKey = randomBytes(24).toString('base64url');
  const options = ['--db-path', join(folder, 'data'), '--http-addr', address, '--no-analytics'];
  const server = spawn(binary, [...options, '--max-indexing-memory', INDEXING_MEMORY], {
    cwd: folder,
    env: { ...process.env, MEILI_MASTER_KEY: apiKey },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const stopAtOnce = (): void => void server.kill('SIGKILL');
  process.once('exit', stopAtOnce);
  const stop = async (): Promise<void> => {
    process.off('exit', stopAtOnce);
    stopAtOnce();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const host = `http://${address}`;
  if (await Promise.race([becomesHealthy(host), ended.then(() => false)]))
    return { host, apiKey, files: join(folder, 'data'), pid: server.pid, stop };
  await stop();
  throw new Error(`${binary} did not start`);
}

async function becomesHealthy(host: string): Promise<boolean> {
  for (const latest = Date.now() + 300_000; Date.now() < latest;) {
    const answer = await fetch(`${host}/health`).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(50);
  }
  return false;
}
