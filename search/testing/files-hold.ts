import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether any file under `folder` has the letters of `word` one after another. */
export async function filesHold(folder: string, word: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    if ((await readFile(join(entry.parentPath, entry.name))).includes(word)) return true;
  }
  return false;
}
