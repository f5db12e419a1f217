import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { NewVersion } from '../../posts/revise-post.server.ts';
import { renderBody } from '../../threads/render-body.server.ts';
import type { OpeningContent } from '../../threads/schema.ts';
import type { ContentState } from '../../threads/views.ts';

export type Opening = {
  id: string;
  version: number;
  state: ContentState;
  body: string;
  /** What stands beside its text, on its thread. */
  fields: Omit<OpeningContent, 'body'>;
};

/** A thread's opening post. @throws DomainError not-found. */
export async function readOpening(tx: Pick<Transaction, 'post'>, threadId: string): Promise<Opening> {
  const post = await tx.post.findUnique({
    where: { threadId_number: { threadId, number: 1 } },
    select: {
      id: true,
      version: true,
      state: true,
      body: true,
      thread: {
        select: { title: true, contentWarning: true, situation: true, whatIHaveTried: true, question: true },
      },
    },
  });
  if (!post) throw new DomainError('not-found', 'The thread has no opening post');
  const { thread: fields, ...rest } = post;
  return { ...rest, fields };
}

/** The part of a new version that holds what is read: the same text, with some of the fields beside it changed. */
export async function renderAnew(
  { version: from, body, fields }: Pick<Opening, 'version' | 'body' | 'fields'>,
  changed: Partial<Opening['fields']>,
): Promise<Pick<NewVersion, 'from' | 'body' | 'html' | 'text' | 'opening'>> {
  const rendered = await renderBody(body);
  // It was rendered before: only a slow machine refuses it now.
  if (rendered.kind === 'refused') throw new DomainError('unavailable', 'The text could not be rendered');
  return { from, body, html: rendered.html, text: rendered.text, opening: { ...fields, ...changed } };
}
