import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { getSettings } from '../../settings/settings.server.ts';

/** Threads that one run locks at most: the rest has the next hour. */
const AT_ONCE = 500;

/** Why it is locked, in the language of the thread, as reasons are. */
const REASON: Readonly<Record<Language, (days: number) => string>> = {
  en: (days) => `Nobody has written here for ${days} days. The thread locked itself.`,
  nb: (days) => `Ingen har skrevet her på ${days} dager. Tråden låste seg selv.`,
};

type Silent = { id: string; language: Language; days: number; lastActivityAt: Date };

/**
 * The hourly job: locks the threads in which nobody has written for as long as they, or else the forum's settings, say. Whoever unlocks
 * one begins its silence anew.
 *
 * @returns how many were locked.
 */
export async function closeSilentThreads(): Promise<number> {
  const { closeAfterDays } = await getSettings();
  let locked = 0;
  for (const thread of await findSilent(closeAfterDays)) locked += await lock(thread);
  return locked;
}

function findSilent(days: number | null): Promise<Silent[]> {
  return db.$queryRaw<Silent[]>`
    SELECT t.id, t.language::text AS language, t.last_activity_at AS "lastActivityAt", closes.days
    FROM threads t
    CROSS JOIN LATERAL (SELECT coalesce(t.closes_after_days, ${days}::int) AS days) closes
    WHERE t.locked_at IS NULL AND t.merged_into_id IS NULL AND t.state = 'published'
      AND t.last_activity_at <= ${currentHour()}::timestamptz - closes.days * interval '1 day'
      AND NOT EXISTS (
        SELECT 1 FROM moderation_actions a WHERE a.thread_id = t.id AND a.kind = 'unlock'
          AND a.created_at > ${currentHour()}::timestamptz - closes.days * interval '1 day')
    ORDER BY t.id LIMIT ${AT_ONCE}::int`;
}

/** Nothing happens where somebody wrote, or decided, a moment ago. */
async function lock({ id, language, days, lastActivityAt }: Silent): Promise<number> {
  const reason = REASON[language](days);
  return db.$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id, lockedAt: null, mergedIntoId: null, lastActivityAt },
      data: { lockedAt: currentHour(), lockReason: reason },
    });
    if (count === 0) return 0;
    const { lastNumber: afterNumber } = await tx.thread.findUniqueOrThrow({
      where: { id },
      select: { lastNumber: true },
    });
    const act = { id: newId(), kind: 'lock', reason, threadId: id, afterNumber, createdAt: currentHour() } as const;
    await tx.moderationAction.create({ data: act, select: { id: true } });
    return count;
  });
}
