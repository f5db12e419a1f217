import { db } from '#app/platform/db.server.ts';
import type { Member, Viewer } from '../../identity/viewer.ts';
import { getPostForEdit } from '../../posts/get-post-for-edit.server.ts';
import { REVISED_FIELDS, type PostView, type RevisedField } from '../../posts/views.ts';
import { wordDiff, type WordDiff } from '../../posts/word-diff.ts';
import type { OpeningContent } from '../../threads/schema.ts';
import { isStaff } from '../../identity/viewer.ts';
import { speaksOfDanger } from '../urgent/speaks-of-danger.ts';
import type { HoldReason } from './hold-reasons.ts';

/** What waits about a post, as its author and staff see it beside the post. */
export type Waiting = {
  /** Why it is held, and whether it waits for its author. */
  hold: { reasons: HoldReason[]; isSentBack: boolean } | null;
  /** An edit that waits; with the reason where it waits for its author. */
  edit: { sentBackReason: string | null } | null;
  /** The viewer wrote it, and it speaks of danger. */
  isUrgent: boolean;
};

/** Of these posts, what waits about those that the viewer wrote, or about all of them for staff: by the post's id. */
export async function waitingAbout(
  viewer: Viewer,
  posts: readonly PostView[],
  opening?: Partial<OpeningContent>,
): Promise<Record<string, Waiting>> {
  const seen = posts.filter(({ isMine, state }) => state !== 'erased' && (isMine || isStaff(viewer)));
  if (seen.length === 0) return {};
  const ids = seen.map(({ id }) => id);
  const [holds, edits] = await Promise.all([
    db.hold.findMany({
      where: { postId: { in: ids }, post: { state: 'held' } },
      select: { postId: true, reasons: true, isSentBack: true },
    }),
    db.pendingEdit.findMany({ where: { postId: { in: ids } }, select: { postId: true, sentBackReason: true } }),
  ]);
  const holdOf = new Map(holds.map(({ postId, ...hold }) => [postId, hold]));
  const editOf = new Map(edits.map(({ postId, ...edit }) => [postId, edit]));
  const waiting = seen.map((post): [string, Waiting] => [
    post.id,
    { hold: holdOf.get(post.id) ?? null, edit: editOf.get(post.id) ?? null, isUrgent: isUrgent(post, opening) },
  ]);
  return Object.fromEntries(waiting.filter(([, { hold, edit, isUrgent: urgent }]) => hold ?? edit ?? (urgent || null)));
}

function isUrgent({ isMine, number, text }: PostView, opening: Partial<OpeningContent> | undefined): boolean {
  if (!isMine) return false;
  const beside = number === 1 && opening ? [opening.title, opening.question, opening.whatIHaveTried] : [];
  return speaksOfDanger([text, ...beside].filter((part) => typeof part === 'string').join('\n\n'));
}

/** An edit that waits, beside the post as it reads now. */
export type PendingEditView = {
  fromVersion: number;
  /** Whether the post has been changed since the edit began: then it cannot be released. */
  isOvertaken: boolean;
  reason: string | null;
  sentBackReason: string | null;
  changes: { field: RevisedField; parts: WordDiff }[];
  content: Partial<Record<RevisedField, string | null>> & { body: string };
};

/** The edit that waits on a post, for its author and staff; null without one. @throws DomainError not-found or not-allowed. */
export async function getPendingEdit(member: Member, { id }: { id: string }): Promise<PendingEditView | null> {
  const post = await getPostForEdit(member, { id });
  const row = await db.pendingEdit.findUnique({ where: { postId: id } });
  if (!row) return null;
  const { fromVersion, reason, sentBackReason, body, title, contentWarning, situation, whatIHaveTried, question } = row;
  const content = post.opening ? { title, contentWarning, situation, body, whatIHaveTried, question } : { body };
  const now: Partial<Record<RevisedField, string | null>> = post.opening ?? { body: post.body };
  return {
    fromVersion,
    isOvertaken: fromVersion !== post.version,
    reason,
    sentBackReason,
    content,
    changes: REVISED_FIELDS.flatMap((field) => {
      const [before, after] = [now[field] ?? '', (content as typeof now)[field] ?? ''];
      return before === after ? [] : [{ field, parts: wordDiff(before, after) }];
    }),
  };
}
