import type { Prisma } from '#prisma/client.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Author } from '../authorship/author.server.ts';
import { sideOf } from '../topics/perspectives.ts';
import type { OpeningContent } from './schema.ts';
import type { Admission } from './screening.ts';

export type NewPost = {
  author: Author;
  perspective: string;
  language: 'en' | 'nb';
  body: string;
  html: string;
  text: string;
  quoteOfId?: string | null;
  formKey: string;
  /** One that is held counts as no reply yet, and moves its thread nowhere. */
  admission: Admission;
  /** What the opening post holds beside its text: kept on its thread, and in each revision. */
  opening?: Omit<OpeningContent, 'body'>;
};

/**
 * Puts a post under the next number of `threadId`, with its first revision, the thread's counters and the outbox row: all or
 * nothing, in the caller's transaction, which holds the thread's row (it inserted or locked it).
 */
export async function appendPost(
  tx: Transaction,
  threadId: string,
  post: NewPost,
): Promise<{ id: string; number: number }> {
  const createdAt = currentHour();
  const { lastNumber: number } = await tx.thread.update({
    where: { id: threadId },
    data: { lastNumber: { increment: 1 }, ...counted(post, createdAt) },
    select: { lastNumber: true },
  });
  const id = newId();
  const { author, opening, quoteOfId = null, admission, ...content } = post;
  await tx.post.create({
    data: {
      id,
      threadId,
      number,
      ...author,
      ...content,
      state: admission.state,
      quoteOfId,
      renderVersion: RENDER_VERSION,
      createdAt,
    },
    select: { id: true },
  });
  // By itself: a nested one would have the post read back.
  await tx.revision.create({
    data: { id: newId(), postId: id, version: 1, body: post.body, ...opening, by: 'author', createdAt },
    select: { id: true },
  });
  await admission.after(tx, id);
  await noteChange(tx, 'post', [id]);
  return { id, number };
}

/** What a new post changes on its thread: a held opening holds it too, a published reply counts. */
function counted({ opening, admission: { state }, perspective }: NewPost, at: Date): Prisma.ThreadUpdateInput {
  if (opening) return { state };
  return state === 'held' ? {} : countReply(perspective, at);
}

/** What one more published reply changes on its thread. */
function countReply(perspective: string, at: Date): Prisma.ThreadUpdateInput {
  const side = sideOf(perspective);
  return {
    lastActivityAt: at,
    replyCount: { increment: 1 },
    ...(side === 'client' ? { clientReplies: { increment: 1 } } : {}),
    ...(side === 'practitioner' ? { practitionerReplies: { increment: 1 } } : {}),
  };
}
