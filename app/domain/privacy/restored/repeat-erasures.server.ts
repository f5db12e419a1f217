import { db } from '#app/platform/db.server.ts';
import { eraseTexts } from '../erase-texts.server.ts';
import { erasePassagesAgain } from './erase-passages-again.server.ts';
import { eraseAccountsAgain } from './erased-accounts.server.ts';
import { groupedBy } from './grouped-by.ts';
import type { Erasures, ErasedText } from './read-erasures.ts';

/** How many of each were erased again. */
export type Repeated = { posts: number; passages: number; accounts: number };

/**
 * Erases in a restored database what was erased after the backup was made. What was erased before is as it was, and broken off it
 * can be begun again.
 */
export async function repeatErasures({ texts, accounts }: Erasures): Promise<Repeated> {
  const known = new Set((await db.erasedText.findMany({ select: { id: true } })).map(({ id }) => id));
  const news = groupedBy(
    texts.filter(({ id }) => !known.has(id)),
    ({ postId }) => postId,
  );
  const counts: Repeated = { posts: 0, passages: 0, accounts: 0 };
  for (const [postId, rows] of [...news].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const post = await db.post.findUnique({
      where: { id: postId },
      select: { id: true, threadId: true, version: true, state: true },
    });
    // Written after the backup: it is not there to be erased.
    if (!post || post.state === 'erased') continue;
    const isWhole = rows.some(({ version, span }) => span === null && version >= post.version);
    if (isWhole) await eraseWhole(post);
    else await erasePassagesAgain(post.id, rows);
    counts[isWhole ? 'posts' : 'passages'] += 1;
  }
  await keepLedger(texts);
  return { ...counts, accounts: await eraseAccountsAgain(accounts) };
}

async function eraseWhole({ id, threadId }: { id: string; threadId: string }): Promise<void> {
  await db.$transaction((tx) => eraseTexts(tx, threadId, [id]));
}

/** The ledger goes on from here: the next restore has to know of all of it. */
async function keepLedger(texts: readonly ErasedText[]): Promise<void> {
  const rows = texts.map(({ id, postId, version, span }) => ({
    id,
    postId,
    version,
    spanStart: span?.start ?? null,
    spanEnd: span?.end ?? null,
  }));
  for (let at = 0; at < rows.length; at += 1_000) {
    await db.erasedText.createMany({ data: rows.slice(at, at + 1_000), skipDuplicates: true });
  }
}
