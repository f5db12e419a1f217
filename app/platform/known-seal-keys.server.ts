import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '#prisma/client.ts';

/** Where the settings have the marks of every key that this forum was run with. */
const KEY = 'seal-keys';
const marks = z.array(z.string());

export const OTHER_SEAL_KEY =
  'SEAL_KEY is not the key that this forum was run with before: whoever wrote anonymously cannot edit, erase or be answered in the inbox. ' +
  'Put the old key behind the new one, parted by a comma. If it is lost for good, so is that.';

/** Whether one of `keys` is one that this forum was run with; null where it was never run. */
export async function areKnownSealKeys({ prisma }: Database, keys: readonly Buffer[]): Promise<boolean | null> {
  return areAmong(await readMarks(prisma), keys);
}

/** Notes with which keys this forum is run, and says whether it was with one of them before, as `areKnownSealKeys` does. */
export async function noteSealKeys({ prisma }: Database, keys: readonly Buffer[]): Promise<boolean | null> {
  const known = await readMarks(prisma);
  const value = [...new Set([...known, ...keys.map(markOf)])];
  if (value.length > known.length) {
    await prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
  }
  return areAmong(known, keys);
}

function areAmong(known: readonly string[], keys: readonly Buffer[]): boolean | null {
  return known.length === 0 ? null : keys.some((key) => known.includes(markOf(key)));
}

async function readMarks(prisma: Database['prisma']): Promise<string[]> {
  const row = await prisma.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return row === null ? [] : marks.parse(row.value);
}

/** Four bytes: enough to tell a key that was mistaken for another, and too few to confirm a guess at one. */
function markOf(key: Buffer): string {
  return createHmac('sha256', key).update('seal-key-mark/v1').digest('hex').slice(0, 8);
}
