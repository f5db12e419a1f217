import type { EditedBy } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import type { OpeningContent } from '../threads/schema.ts';
import { slugOf } from '../threads/slug.ts';

export type NewVersion = {
  /** The version that the edit began from. */
  from: number;
  by: EditedBy;
  /** The moderator's account, never an author's. */
  moderatorId: string | null;
  reason: string | null;
  publicDiff: boolean;
  body: string;
  html: string;
  text: string;
  /** The fields beside the text, on an opening post. */
  opening: Omit<OpeningContent, 'body'> | null;
};

/**
 * Makes the next version of a post, with its revision and the outbox row, in the caller's transaction.
 *
 * @returns the new version, or null if the post has moved on from `edit.from` or was taken back: nothing is written then.
 */
export async function revisePost(
  tx: Transaction,
  post: { id: string; threadId: string },
  edit: NewVersion,
): Promise<number | null> {
  // The thread first, as everybody takes them.
  await lockThreadRow(tx, post.threadId);
  const at = currentHour();
  const version = edit.from + 1;
  const { body, html, text, by, reason, opening } = edit;
  const { count } = await tx.post.updateMany({
    // A text that was taken back meanwhile does not come back, and one that was moved is looked at again.
    where: { id: post.id, threadId: post.threadId, version: edit.from, state: { not: 'erased' } },
    data: { body, html, text, renderVersion: RENDER_VERSION, version },
  });
  if (count === 0) return null;
  const { moderatorId, publicDiff } = edit;
  await tx.revision.create({
    data: {
      id: newId(),
      postId: post.id,
      version,
      body,
      ...opening,
      by,
      moderatorId,
      reason,
      publicDiff,
      createdAt: at,
    },
    select: { id: true },
  });
  if (by === 'moderator' || !(await isFresh(tx, post.id, at))) {
    const mark = { editedBy: by, editedAt: at, editReason: reason };
    await tx.post.update({ where: { id: post.id }, data: mark, select: { id: true } });
  }
  if (opening) {
    const data = { ...opening, slug: slugOf(opening.title) };
    await tx.thread.update({ where: { id: post.threadId }, data, select: { id: true } });
  }
  await noteChange(tx, opening ? 'thread' : 'post', [opening ? post.threadId : post.id]);
  return version;
}

/** In the hour of posting and before anybody answered, an author's edit leaves no mark: times are kept to the hour. */
async function isFresh(tx: Transaction, postId: string, hour: Date): Promise<boolean> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: { number: true, createdAt: true, thread: { select: { lastNumber: true } } },
  });
  return post.createdAt.getTime() === hour.getTime() && post.thread.lastNumber === post.number;
}
