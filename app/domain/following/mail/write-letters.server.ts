import { db, type Transaction } from '#app/platform/db.server.ts';
import { GUEST } from '../../identity/viewer.ts';
import { visiblePosts } from '../../posts/visibility.server.ts';
import { dayIn, forgetUnconfirmed, letter } from './mail-link.server.ts';
import type { MailPace } from './paces.ts';

/** Letters older than so many days are given up: what was new then is in the inbox. */
const GIVEN_UP_AFTER_DAYS = 3;

type Due = { accountId: string; threadId: string; toldTo: number; lastNumber: number };

/**
 * Writes one letter for each member with this pace in whose threads by mail a guest would find something new, whoever wrote it, the member
 * included. It says nothing of which thread, and there is one at a time.
 */
export async function writeLetters(pace: MailPace): Promise<void> {
  await followMerges();
  const due = await db.$queryRaw<Due[]>`
    SELECT f.account_id AS "accountId", f.thread_id AS "threadId", f.told_to AS "toldTo", t.last_number AS "lastNumber"
    FROM mail_follows f JOIN mail_links l ON l.account_id = f.account_id JOIN threads t ON t.id = f.thread_id
    WHERE l.is_confirmed AND l.pace::text = ${pace} AND t.last_number > f.told_to ORDER BY f.account_id`;
  for (const accountId of new Set(due.map((row) => row.accountId))) {
    const threads = due.filter((row) => row.accountId === accountId);
    await db.$transaction((tx) => writeOne(tx, accountId, threads));
  }
}

/** Forgets addresses that were never confirmed, and letters that found no way. */
export async function tidyMail(): Promise<void> {
  await forgetUnconfirmed();
  await db.mailLetter.deleteMany({ where: { writtenOn: { lt: dayIn(-GIVEN_UP_AFTER_DAYS) } } });
}

/** The letters that are to be sent. */
export async function listLetters(): Promise<string[]> {
  return (await db.mailLetter.findMany({ select: { id: true } })).map(({ id }) => id);
}

async function writeOne(tx: Transaction, accountId: string, threads: readonly Due[]): Promise<void> {
  const unread = threads.map(({ threadId, toldTo }) => ({ threadId, number: { gt: toldTo } }));
  const isNew = (await tx.post.count({ where: { AND: [visiblePosts(GUEST), { OR: unread }] }, take: 1 })) > 0;
  for (const { threadId, lastNumber } of threads) {
    await tx.mailFollow.updateMany({ where: { accountId, threadId }, data: { toldTo: lastNumber } });
  }
  const isWaiting = (await tx.mailLetter.count({ where: { accountId, kind: 'news' } })) > 0;
  if (isNew && !isWaiting) await tx.mailLetter.create({ data: letter(accountId, 'news'), select: { id: true } });
}

/** Who followed a thread that was merged away follows the one that its posts went to, from there on. */
async function followMerges(): Promise<void> {
  await db.$transaction(async (tx) => {
    const moved = await tx.mailFollow.findMany({
      where: { thread: { mergedIntoId: { not: null } } },
      select: {
        accountId: true,
        threadId: true,
        thread: { select: { mergedInto: { select: { id: true, lastNumber: true } } } },
      },
    });
    const data = moved.flatMap(({ accountId, thread: { mergedInto } }) =>
      mergedInto ? [{ accountId, threadId: mergedInto.id, toldTo: mergedInto.lastNumber }] : [],
    );
    await tx.mailFollow.createMany({ data, skipDuplicates: true });
    await tx.mailFollow.deleteMany({ where: { thread: { mergedIntoId: { not: null } } } });
  });
}
