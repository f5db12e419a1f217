import { LRUCache } from 'lru-cache';
import { nameForum } from '#app/i18n/i18n.ts';
import { isUniqueViolation } from '#prisma/client.ts';
import { db } from '#app/platform/db.server.ts';
import { noteRemembered } from '#app/platform/page-record.server.ts';
import { settingsSchema, type Settings } from './schema.ts';

const KEY = 'forum';

/** For as long as another process may go on by what was set before. */
const remembered = new LRUCache<typeof KEY, Settings>({ max: 1, ttl: 10_000 });

/** What administrators chose for the whole forum. */
export async function getSettings(): Promise<Settings> {
  noteRemembered('settings');
  const known = remembered.get(KEY);
  if (known) return known;
  const { settings } = await readSettings();
  remembered.set(KEY, settings);
  lastKnown = settings;
  nameForum(settings.name);
  return settings;
}

/** They, or as this process last knew them where the database does not answer: how a page looks must not keep it from being made. */
export async function settingsAtHand(): Promise<Settings> {
  try {
    return await getSettings();
  } catch {
    return lastKnown;
  }
}

/** They as this process last knew them: for what must be answered when the database does not. */
export function lastKnownSettings(): Settings {
  return lastKnown;
}

let lastKnown: Settings = settingsSchema.parse({});

/** After they were changed here or elsewhere. */
export function forgetSettings(): void {
  remembered.clear();
}

/** They as they are this moment, and what is stored of them: null where nothing was ever chosen. */
export async function readSettings(): Promise<{ settings: Settings; stored: StoredSettings | null }> {
  const row = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  return { settings: settingsSchema.parse(row?.value ?? {}), stored: row?.value ?? null };
}

export type StoredSettings = string | number | boolean | object;

/**
 * Writes them all in the place of what `readSettings` found stored. It asks nobody's leave: `moderation/change-settings` does.
 *
 * @returns false when something else is stored by now: nothing is written then.
 */
export async function replaceSettings(stored: StoredSettings | null, settings: Settings): Promise<boolean> {
  const isWritten = stored === null ? await isFirst(settings) : await isReplaced(stored, settings);
  remembered.clear();
  return isWritten;
}

async function isFirst(settings: Settings): Promise<boolean> {
  try {
    await db.setting.create({ data: { key: KEY, value: settings }, select: { key: true } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function isReplaced(stored: StoredSettings, settings: Settings): Promise<boolean> {
  const where = { key: KEY, value: { equals: stored } };
  return (await db.setting.updateMany({ where, data: { value: settings } })).count === 1;
}

/** Writes them all. It asks nobody's leave: `moderation/change-settings` does. */
export async function writeSettings(settings: Settings): Promise<void> {
  await db.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: settings },
    update: { value: settings },
    select: { key: true },
  });
  remembered.clear();
}
