import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { prepareOwnEdit, staleEdit, type EditInput, type EditPostResult } from '../../posts/edit-post.server.ts';
import type { PostForEdit } from '../../posts/get-post-for-edit.server.ts';
import { revisePost, type NewVersion } from '../../posts/revise-post.server.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import type { ContentState } from '../../threads/views.ts';
import { openPostItem } from '../queue/post-item.server.ts';
import { dropPendingEdit, keepPendingEdit } from './pending-edit.server.ts';
import { judge, maskFields, openDanger, riskOf, type Verdict } from './screen.server.ts';

/** `waits`: the change is kept until a moderator has looked, and what was published stays up. */
export type EditOwnPostResult = EditPostResult | { kind: 'waits' };

/**
 * An author's edit of their own post, held against the same rules as what is new. Where these hold a text back, an edit of a
 * published post waits beside it; an edit of a held post goes into it and waits with it, again if it was sent back.
 *
 * @throws DomainError not-found or not-allowed; conflict when the post was held or released meanwhile.
 */
export async function editOwnPost(
  member: Member,
  { id, input }: { id: string; input: EditInput },
): Promise<EditOwnPostResult> {
  const typed = { ...input, ...(await maskFields(fieldsOf(input))) };
  const prepared = await prepareOwnEdit(member, { id, input: typed });
  if (prepared.kind === 'refused') return prepared;
  const { post, edit } = prepared;
  const as = post.author.kind === 'pen' ? ('pen-name' as const) : ('anonymous' as const);
  const verdict = await judge(member, {
    fields: fieldsOf(typed),
    rendered: edit,
    writing: { threadId: post.thread.id, as },
    isConfirmed: input.despiteWarning === true,
  });
  if (verdict.kind === 'refused') return verdict;
  const result = await db.$transaction((tx) => write(tx, { post, edit, verdict }));
  return result ?? staleEdit(member, id);
}

type Edit = { post: PostForEdit; edit: NewVersion; verdict: Verdict };

/** Null if the post has moved on meanwhile: nothing is written then. */
async function write(tx: Transaction, { post, edit, verdict }: Edit): Promise<EditOwnPostResult | null> {
  const { id } = post;
  await lockThreadRow(tx, post.thread.id);
  await expectState(tx, id, post.state);
  if (post.state === 'published' && verdict.reasons.length > 0) {
    return (await keepPendingEdit(tx, id, edit)) ? { kind: 'waits' } : null;
  }
  const version = await revisePost(tx, { id, threadId: post.thread.id }, edit);
  if (version === null) return null;
  if (post.state === 'held') await waitAgain(tx, id, verdict);
  else await dropPendingEdit(tx, id);
  if (verdict.isDanger) await openDanger(tx, id);
  return { kind: 'edited', version };
}

/** What was screened for one state is not written in another. */
async function expectState(tx: Transaction, id: string, state: ContentState): Promise<void> {
  if ((await tx.post.count({ where: { id, state } })) === 0) {
    throw new DomainError('conflict', 'Somebody else has just decided on this post');
  }
}

async function waitAgain(tx: Transaction, postId: string, verdict: Verdict): Promise<void> {
  const hold = await tx.hold.findUnique({ where: { postId }, select: { reasons: true } });
  const reasons = [...new Set([...(hold?.reasons ?? []), ...verdict.reasons])];
  const { ruleIds } = verdict;
  await tx.hold.upsert({
    where: { postId },
    create: { postId, reasons, ruleIds },
    update: { reasons, ruleIds, isSentBack: false },
    select: { postId: true },
  });
  await tx.post.update({ where: { id: postId }, data: { stateReason: null }, select: { id: true } });
  // Who looks at the item just now is told that the text is another.
  await openPostItem(tx, { kind: 'held', postId, risk: riskOf(reasons) });
}

/** The texts of an edit, and nothing else that its form sends. */
function fieldsOf(input: EditInput) {
  const { body } = input;
  if (!('title' in input)) return { body };
  const { title, contentWarning, situation, whatIHaveTried, question } = input;
  return { title, contentWarning, situation, body, whatIHaveTried, question };
}
