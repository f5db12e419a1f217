import { z } from 'zod';
import { db } from '#app/platform/db.server.ts';

/**
 * What was ever laid out, by slug, in the settings: a topic or thread that was removed must not come back with the next start,
 * and one that a later version adds must come once.
 */
const slugs = z.array(z.string());

export type SeededKind = 'topics' | 'threads';

export async function listSeeded(kind: SeededKind): Promise<ReadonlySet<string>> {
  const row = await db.setting.findUnique({ where: { key: keyOf(kind) }, select: { value: true } });
  return new Set(row === null ? [] : slugs.parse(row.value));
}

/** Call it under the seed's lock: it writes what it was given beside what was there. */
export async function markSeeded(kind: SeededKind, added: readonly string[]): Promise<void> {
  const value = [...new Set([...(await listSeeded(kind)), ...added])];
  await db.setting.upsert({ where: { key: keyOf(kind) }, create: { key: keyOf(kind), value }, update: { value } });
}

/** By what a demonstration thread is known, as an imported thread is by its reference. */
export const demonstrationRef = (slug: string): string => `demo-${slug}`;

function keyOf(kind: SeededKind): string {
  return `seeded-${kind}`;
}
