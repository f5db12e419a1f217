import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { barOnMe } from '../authorship/bars-on-me.server.ts';
import type { Member } from '../identity/viewer.ts';
import { renderBody, type Refusal } from '../threads/render-body.server.ts';
import type { OpeningContent } from '../threads/schema.ts';
import { getPostForEdit, type PostForEdit } from './get-post-for-edit.server.ts';
import { revisePost, type NewVersion } from './revise-post.server.ts';
import type { EditOpeningInput, EditReplyInput } from './schema.ts';

export type EditInput = EditReplyInput | EditOpeningInput;

export type EditPostResult =
  | { kind: 'edited'; version: number }
  | { kind: 'stale'; current: Pick<PostForEdit, 'version' | 'body' | 'opening'> }
  | Refusal;

/**
 * An author's edit of their own post. A reason may be given; a moderator's edit is `moderation/edit-any-post`.
 *
 * @throws DomainError not-found or not-allowed.
 */
export async function editPost(
  member: Member,
  { id, input }: { id: string; input: EditInput },
): Promise<EditPostResult> {
  const prepared = await prepareOwnEdit(member, { id, input });
  if (prepared.kind === 'refused') return prepared;
  const { post, edit } = prepared;
  const version = await db.$transaction((tx) => revisePost(tx, { id, threadId: post.thread.id }, edit));
  return version === null ? staleEdit(member, id) : { kind: 'edited', version };
}

/**
 * What an author's edit comes to before it is written: only their own, not by who is barred, and rendered.
 *
 * @throws DomainError not-found or not-allowed.
 */
export async function prepareOwnEdit(
  member: Member,
  { id, input }: { id: string; input: EditInput },
): Promise<Refusal | { kind: 'prepared'; post: PostForEdit; edit: NewVersion }> {
  const post = await getPostForEdit(member, { id });
  if (post.asModerator) throw new DomainError('not-allowed', 'Only its author edits a post as their own');
  const as = post.author.kind === 'pen' ? 'pen-name' : 'anonymous';
  if (await barOnMe(member, { threadId: post.thread.id, as })) {
    return { kind: 'refused', field: 'body', fault: 'faults.barred' };
  }
  const edit = await prepareEdit(post, input);
  if ('kind' in edit) return edit;
  return { kind: 'prepared', post, edit: { ...edit, by: 'author', moderatorId: null, publicDiff: false } };
}

/** What both kinds of edits begin with: the new text rendered, and the fields that this post has. */
export async function prepareEdit(
  post: PostForEdit,
  input: EditInput,
): Promise<Refusal | Omit<NewVersion, 'by' | 'moderatorId' | 'publicDiff'>> {
  if ((post.opening !== null) !== 'title' in input)
    throw new DomainError('bad-request', 'These are not the fields of this post');
  const rendered = await renderBody(input.body);
  if (rendered.kind === 'refused') return rendered;
  const { html, text } = rendered;
  return { from: input.version, reason: input.reason, body: input.body, html, text, opening: openingOf(input) };
}

function openingOf(input: EditInput): Omit<OpeningContent, 'body'> | null {
  if (!('title' in input)) return null;
  const { title, contentWarning, situation, whatIHaveTried, question } = input;
  return { title, contentWarning, situation, whatIHaveTried, question };
}

/** Somebody else was faster: what they wrote. */
export async function staleEdit(member: Member, id: string): Promise<EditPostResult> {
  const { version, body, opening } = await getPostForEdit(member, { id });
  return { kind: 'stale', current: { version, body, opening } };
}
