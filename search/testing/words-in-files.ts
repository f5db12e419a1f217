import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type LookedAt = {
  /**
   * Whether the branches of an index's trees count. They are named after the words that stood at the edges of their leaves when
   * those were divided, and keep the names when the words go: compaction copies them, and only a new index is without them.
   */
  branches: boolean;
};

/** Which of `words` any file of a Meilisearch under `folder` has, their letters one after another. Every file is read once for all of them. */
export async function wordsInFiles(folder: string, words: readonly string[], lookedAt: LookedAt): Promise<string[]> {
  const entries = await listIfThere(folder);
  if (entries === undefined) return wordsInFiles(folder, words, lookedAt);
  const found = new Set<string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readIfThere(join(entry.parentPath, entry.name), lookedAt);
    // It may stand under another name by now, which the list does not have.
    if (bytes === undefined) return wordsInFiles(folder, words, lookedAt);
    for (const word of words) if (bytes.includes(word)) found.add(word);
  }
  return words.filter((word) => found.has(word));
}

/** Undefined when a folder of it went away meanwhile, as that of an old index does. */
async function listIfThere(folder: string): Promise<Dirent[] | undefined> {
  return readdir(folder, { recursive: true, withFileTypes: true }).catch(undefinedIfGone);
}

function undefinedIfGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

async function readIfThere(path: string, { branches }: LookedAt): Promise<Buffer | undefined> {
  const bytes = await readFile(path).catch(undefinedIfGone);
  if (bytes !== undefined && !branches && path.endsWith('data.mdb')) blankBranches(bytes);
  return bytes;
}

/** LMDB's pages, of which each says in its head what it is (`struct MDB_page` of its source). */
const PAGE = 4096;
const HEAD = { flags: 10, overflowPages: 12 } as const;
const FLAG = { branch: 0x01, overflow: 0x04 } as const;

function blankBranches(bytes: Buffer): void {
  let at = 0;
  while (at + PAGE <= bytes.length) {
    const flags = bytes.readUInt16LE(at + HEAD.flags);
    if (flags === FLAG.branch) bytes.fill(0, at, at + PAGE);
    // What is longer than a page goes on in the next ones, which have no head.
    const pages = flags === FLAG.overflow ? Math.max(1, bytes.readUInt32LE(at + HEAD.overflowPages)) : 1;
    at += pages * PAGE;
  }
}
