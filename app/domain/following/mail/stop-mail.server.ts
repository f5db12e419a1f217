import { db } from '#app/platform/db.server.ts';
import type { Member } from '../../identity/viewer.ts';

/** No more mail about these threads; nothing happens where there was none. */
export async function stopMail({ accountId }: Member, threadIds: Iterable<string>): Promise<void> {
  await db.mailFollow.deleteMany({ where: { accountId, threadId: { in: [...threadIds] } } });
}
