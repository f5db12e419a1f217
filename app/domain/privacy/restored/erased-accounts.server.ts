import { createHash } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import { giveToNobody } from '../give-to-nobody.server.ts';
import { groupedBy } from './grouped-by.ts';

/** What stays of an account that is gone: nothing to whoever has no older copy of the database. */
export function erasedAccountDigest(accountId: string): Buffer<ArrayBuffer> {
  return createHash('sha256').update(`erased-account/v1 ${accountId}`).digest();
}

/**
 * Lets the accounts go that came back with a backup. Their texts were erased by the ledger where that was wished; the others stay, with
 * nobody behind them.
 *
 * @param digests In hexadecimal.
 * @returns how many there were.
 */
export async function eraseAccountsAgain(digests: readonly string[]): Promise<number> {
  const gone = new Set(digests);
  await db.erasedAccount.createMany({
    data: digests.map((digest) => ({ digest: Buffer.from(digest, 'hex') })),
    skipDuplicates: true,
  });
  const accounts = await db.account.findMany({ select: { id: true } });
  const back = accounts.filter(({ id }) => gone.has(erasedAccountDigest(id).toString('hex')));
  for (const { id } of back) {
    await leaveTexts(id);
    await db.account.deleteMany({ where: { id } });
  }
  return back.length;
}

async function leaveTexts(authorId: string): Promise<void> {
  const posts = await db.post.findMany({
    where: { authorId },
    select: { id: true, thread: { select: { id: true, scopeId: true } } },
  });
  for (const inThread of groupedBy(posts, ({ thread }) => thread.id).values()) {
    const thread = inThread[0]?.thread;
    if (!thread) continue;
    const ids = inThread.map(({ id }) => id);
    await db.$transaction(async (tx) => {
      await lockThreadRow(tx, thread.id);
      await giveToNobody(tx, thread, ids);
    });
  }
}
