import { LRUCache } from 'lru-cache';
import { db } from '#app/platform/db.server.ts';

/** Wrong passwords or codes for one name before it has to wait for the hour's forgetting. */
const LIMIT = 10;

/** Names that no account has are counted too, in memory, so that being refused does not tell which names exist. */
const unknownNames = new LRUCache<string, number>({ max: 10_000 });

type Counted = { id: string; failedSignIns: number } | null;

export function hasFailedTooOften(account: Counted, nameKey: string): boolean {
  return (account?.failedSignIns ?? unknownNames.get(nameKey) ?? 0) >= LIMIT;
}

/** Counts on the account (shared by all instances) or, for a name without one, in this process. */
export async function noteFailure(account: Counted, nameKey: string): Promise<void> {
  if (account) {
    await db.account.updateMany({ where: { id: account.id }, data: { failedSignIns: { increment: 1 } } });
  } else {
    unknownNames.set(nameKey, (unknownNames.get(nameKey) ?? 0) + 1);
  }
}

/** The hourly job: forgets all counts at once, so that no account's row shows when somebody tried. */
export async function forgetFailures(): Promise<void> {
  unknownNames.clear();
  await db.account.updateMany({ where: { failedSignIns: { gt: 0 } }, data: { failedSignIns: 0 } });
}
