import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../config.server.ts';

const MB = 1_000_000;
/** Bytes that an empty database takes twice over, and those that one which is there needs to go on and to end in order. */
const ROOM = { new: 100 * MB, there: 20 * MB } as const;

/**
 * Looks, before anything is made in it, whether an embedded database can be in `dataDir`.
 *
 * @throws ConfigError when it is no directory, when this process may not write there or when the disk is full.
 */
export async function requireDataDir(dataDir: string): Promise<void> {
  const directory = resolve(dataDir);
  const there = await nearestThere(directory);
  if (!(await stat(there)).isDirectory()) throw new ConfigError(`DATA_DIR: ${there} is not a directory`);
  if (!(await mayWrite(there))) {
    throw new ConfigError(`DATA_DIR: ${there} cannot be written to: it has to belong to whoever runs the forum`);
  }
  const database = join(directory, 'db');
  const needed = (await nearestThere(database)) === database ? ROOM.there : ROOM.new;
  const { bavail, bsize } = await statfs(there);
  if (bavail * bsize >= needed) return;
  const free = Math.floor((bavail * bsize) / MB);
  throw new ConfigError(
    `DATA_DIR: the disk under ${directory} is full: of the ${needed / MB} MB that a start needs ${free} are free. Make room`,
  );
}

/** The path itself, or the first above it that exists. */
async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return nearestThere(dirname(path));
    throw error;
  }
}

function mayWrite(directory: string): Promise<boolean> {
  return access(directory, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
