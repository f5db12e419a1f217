import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigError } from './config.server.ts';
import { isRunning, thisProcess } from './process-identity.server.ts';
import type { ProcessIdentity } from './process-identity.server.ts';

/** Who holds a lock; the token tells one holding from the next. */
type Holder = ProcessIdentity & { readonly token: string };

/** Between two looks at a lock that another process is just taking over, which takes it less than that. */
const TAKE_OVER_MS = 20;

/** Another process, which runs, has the data directory. */
export class DataDirInUse extends ConfigError {
  override name = 'DataDirInUse';
}

/** The tokens of the locks that this process itself holds. */
const held = new Set<string>();

/**
 * Takes the data directory for this process, until `release`: the embedded database bears one. Makes the directory if need be. A
 * lock whose process has ended, however it did, is taken over. Processes that cannot see each other (containers that share a
 * volume) are not told apart.
 *
 * @throws DataDirInUse naming the directory and the process that has it.
 */
export async function lockDataDir(dir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const lock = join(dir, 'lock');
  const mine: Holder = { ...(await thisProcess()), token: randomBytes(8).toString('hex') };
  const draft = `${lock}.${mine.token}`;
  try {
    await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
    while (!(await isLinked(draft, lock))) {
      const holder = await readHolder(lock);
      if (holder === undefined) continue;
      if (held.has(holder.token) || (await isRunning(holder))) throw new DataDirInUse(inUse(dir, holder));
      if (await takeOver(lock, holder, draft)) break;
      await delay(TAKE_OVER_MS);
    }
  } finally {
    await rm(draft, { force: true });
  }
  held.add(mine.token);
  return {
    async release() {
      held.delete(mine.token);
      if ((await readHolder(lock))?.token === mine.token) await rm(lock);
    },
  };
}

/**
 * Puts `draft` in the place of what the ended process `stale` left. Of several that try, the one that makes the guard goes on,
 * and only while the lock still is the one that was found stale.
 */
async function takeOver(lock: string, stale: Holder, draft: string): Promise<boolean> {
  const guard = `${lock}.after-${stale.token}`;
  if (!(await isLinked(draft, guard))) {
    const guardian = await readHolder(guard);
    if (guardian !== undefined && !(await isRunning(guardian))) await rm(guard, { force: true });
    return false;
  }
  try {
    if ((await readHolder(lock))?.token !== stale.token) return false;
    await rename(draft, lock);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** Gives `file` a second name, in one step and with its content there from the start; false if the name is taken. */
async function isLinked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConfigError(`The lock ${file} cannot be read: ${(error as Error).message}`);
  }
}

function inUse(dir: string, { pid }: Holder): string {
  return `The data directory ${resolve(dir)} is in use by another process (pid ${pid}): the embedded database takes one at a time`;
}
