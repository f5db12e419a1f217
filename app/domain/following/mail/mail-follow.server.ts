import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { isMailOn } from '#app/platform/mail/post-office.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { listMergedInto } from '../../threads/merged-threads.server.ts';
import { attentionTo } from '../follow-thread.server.ts';
import { stopMail } from './stop-mail.server.ts';

/** As many threads as anybody reads mails about. */
const MOST_BY_MAIL = 200;

/** Whether a followed thread is followed by mail too: `unset` without a confirmed address, `unavailable` where no mail is sent. */
export type ByMail = 'unavailable' | 'unset' | 'no' | 'yes';

/** @param mergedFrom as for `attentionTo`. */
export async function byMail({ accountId }: Member, threadId: string, mergedFrom?: readonly string[]): Promise<ByMail> {
  if (!isMailOn()) return 'unavailable';
  const ids = [threadId, ...(mergedFrom ?? (await listMergedInto(threadId)))];
  const link = await db.mailLink.findUnique({
    where: { accountId },
    select: { isConfirmed: true, follows: { where: { threadId: { in: ids } }, select: { threadId: true } } },
  });
  if (link?.isConfirmed !== true) return 'unset';
  return link.follows.length > 0 ? 'yes' : 'no';
}

/**
 * Has a member written to when something is new in a thread that they follow, from now on. This, unlike following, is stored beside their
 * account: it is to be said before.
 *
 * @throws DomainError conflict when they do not follow it, have no confirmed address, or follow too many by mail.
 */
export async function followByMail(member: Member, threadId: string): Promise<void> {
  const { accountId } = member;
  if ((await attentionTo(member, threadId)) !== 'followed') throw new DomainError('conflict', 'They do not follow it');
  const link = await db.mailLink.findUnique({
    where: { accountId },
    select: { isConfirmed: true, _count: { select: { follows: true } } },
  });
  if (link?.isConfirmed !== true) throw new DomainError('conflict', 'No confirmed address');
  if (link._count.follows >= MOST_BY_MAIL) throw new DomainError('conflict', 'Too many threads by mail');
  const { lastNumber: toldTo } = await db.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { lastNumber: true },
  });
  await db.mailFollow.upsert({
    where: { accountId_threadId: { accountId, threadId } },
    create: { accountId, threadId, toldTo },
    update: {},
    select: { threadId: true },
  });
}

/** The threads that a member is written to about. */
export async function listFollowedByMail({ accountId }: Member): Promise<string[]> {
  const rows = await db.mailFollow.findMany({ where: { accountId }, select: { threadId: true } });
  return rows.map(({ threadId }) => threadId);
}

/** No more mail about a thread, nor what was merged into it, which the member goes on following. */
export async function stopMailAbout(member: Member, threadId: string): Promise<void> {
  await stopMail(member, [threadId, ...(await listMergedInto(threadId))]);
}
