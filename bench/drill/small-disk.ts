import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A system that lets nobody make a small disk here. */
export class NoSmallDisk extends Error {
  override name = 'NoSmallDisk';
}

/**
 * Makes a disk of so many MB of `folder`, until the function that it gives is called.
 *
 * @throws NoSmallDisk where the system does not let us: it takes Linux, and root.
 */
export async function makeSmall(folder: string, mb: number): Promise<() => Promise<void>> {
  try {
    await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${mb}m,mode=0700`, 'tmpfs', folder]);
  } catch (error) {
    throw new NoSmallDisk((error as Error).message);
  }
  return async () => {
    await promisify(execFile)('umount', [folder]);
  };
}

/** Takes all the room that is left, until the function that it gives is called. */
export function fill(folder: string): () => Promise<void> {
  const path = join(folder, 'balloon');
  const file = openSync(path, 'w');
  for (const size of [1 << 20, 1 << 12, 1]) while (isWritten(file, Buffer.alloc(size)));
  closeSync(file);
  return () => rm(path);
}

function isWritten(file: number, data: Buffer): boolean {
  try {
    return writeSync(file, data) === data.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
