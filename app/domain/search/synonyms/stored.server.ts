import { z } from 'zod';
import { isUniqueViolation } from '#prisma/client.ts';
import type { SynonymGroup } from '#search/engine.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';
import { db } from '#app/platform/db.server.ts';

const KEY = 'synonyms';
/** Where every process hears that something was changed. */
export const SETTINGS_CHANNEL = 'search_settings';

const base = {
  id: z.string(),
  lang: z.enum(['en', 'nb', 'en+nb']),
  caseSensitive: z.array(z.string()).optional(),
  /** For whoever changes the group next. */
  note: z.string().optional(),
};
const groupSchema = z.discriminatedUnion('direction', [
  z.object({ ...base, direction: z.literal('two-way'), terms: z.array(z.string()) }),
  z.object({ ...base, direction: z.literal('one-way'), from: z.array(z.string()), to: z.array(z.string()) }),
]);
export type KeptGroup = z.output<typeof groupSchema>;

/** What this forum has of its own, by the group's id: a group instead of the shipped one, or besides; null for a shipped one left out. */
const changesSchema = z.record(z.string(), groupSchema.nullable());
export type SynonymChanges = Readonly<z.output<typeof changesSchema>>;

/** The groups that the forum ships with, by their id. */
export const SHIPPED_GROUPS: ReadonlyMap<string, KeptGroup> = new Map(
  SHIPPED_SETTINGS.synonyms.map((group) => [group.id, groupSchema.parse(group)]),
);

/** What is in force where these are the changes: shipped groups in their order, then the forum's own. */
export function groupsWith(changes: SynonymChanges): SynonymGroup[] {
  const shipped = [...SHIPPED_GROUPS].map(([id, group]) => (id in changes ? (changes[id] ?? null) : group));
  const added = Object.entries(changes).flatMap(([id, group]) => (SHIPPED_GROUPS.has(id) ? [] : [group]));
  return [...shipped, ...added].filter((group) => group !== null);
}

/** What this forum has changed, and what exactly is stored of it; null where nothing was ever changed. */
export async function readSynonymChanges(): Promise<{ changes: SynonymChanges; stored: object | null }> {
  const row = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  const stored = (row?.value ?? null) as object | null;
  return { changes: changesSchema.parse(stored ?? {}), stored };
}

/**
 * Puts `changes` in the place of what `readSynonymChanges` found stored, and tells every process.
 *
 * @returns false when something else is stored by now: nothing is written then.
 */
export async function replaceSynonymChanges(stored: object | null, changes: SynonymChanges): Promise<boolean> {
  try {
    return await db.$transaction(async (tx) => {
      if (stored === null) {
        await tx.setting.create({ data: { key: KEY, value: changes }, select: { key: true } });
      } else {
        const where = { key: KEY, value: { equals: stored } };
        if ((await tx.setting.updateMany({ where, data: { value: changes } })).count === 0) return false;
      }
      await tx.$executeRaw`SELECT pg_notify(${SETTINGS_CHANNEL}, '')`;
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
