import { LRUCache } from 'lru-cache';
import { db } from '#app/platform/db.server.ts';
import { settingsSchema, type Settings } from './schema.ts';

const KEY = 'forum';

/** For as long as another process may go on by what was set before. */
const remembered = new LRUCache<typeof KEY, Settings>({ max: 1, ttl: 10_000 });

/** What administrators chose for the whole forum. */
export async function getSettings(): Promise<Settings> {
  const known = remembered.get(KEY);
  if (known) return known;
  const row = await db.setting.findUnique({ where: { key: KEY }, select: { value: true } });
  const settings = settingsSchema.parse(row?.value ?? {});
  remembered.set(KEY, settings);
  return settings;
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
