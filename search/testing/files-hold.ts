import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether any file under `folder` has the letters of `word` one after another. */
export async function filesHold(folder: string, word: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const held = await fileHolds(join(entry.parentPath, entry.name), word);
    // It may stand under another name by now, which the list does not have.
    if (held === 'gone') return filesHold(folder, word);
    if (held) return true;
  }
  return false;
}

async function fileHolds(path: string, word: string): Promise<boolean | 'gone'> {
  try {
    return (await readFile(path)).includes(word);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
}
