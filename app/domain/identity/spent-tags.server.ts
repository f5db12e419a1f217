import { now } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DAY_MS, startOfDay } from '#app/platform/times.ts';
import type { MemberSecret } from './member-secret.server.ts';

const KEPT_MS = 2 * DAY_MS;

/**
 * Uses up what may be used once: true for the first who asks, false for everybody after, also of those who ask at once.
 * The row is a tag that only this member can derive again.
 */
export async function spendOnce(
  secret: MemberSecret,
  kind: 'totp-step' | 'passkey-challenge',
  subject: string | number,
  tx: Transaction = db,
): Promise<boolean> {
  // Under an older seal key, when the key has just been changed.
  if ((await tx.spentTag.count({ where: { tag: { in: secret.tags(kind, subject) } } })) > 0) return false;
  const tag = secret.tag(kind, subject);
  const expiresOn = startOfDay(new Date(now().getTime() + KEPT_MS));
  const { count } = await tx.spentTag.createMany({ data: [{ tag, expiresOn }], skipDuplicates: true });
  return count === 1;
}

/** Of the daily batch: what these stood for is out of date. */
export async function forgetSpentTags(): Promise<void> {
  await db.spentTag.deleteMany({ where: { expiresOn: { lt: startOfDay(now()) } } });
}
