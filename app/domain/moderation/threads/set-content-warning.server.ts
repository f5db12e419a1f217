import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { revisePost } from '../../posts/revise-post.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { readOpening, renderAnew } from './opening-post.server.ts';
import { changedMeanwhile, refusedFor, requireThread, type WorkRefusal } from './thread-at-work.server.ts';

export type WarningResult = { kind: 'set' } | WorkRefusal;

type Warning = { id: string; contentWarning: string | null; reason: string };

/**
 * Gives a thread a content warning, another one, or none (null): an edit of its opening post by a moderator, open for all to see.
 *
 * @throws DomainError not-found, not-allowed, or conflict when the opening post was changed meanwhile or taken back.
 */
export async function setContentWarning(
  member: Member,
  { id, contentWarning, reason }: Warning,
): Promise<WarningResult> {
  const staff = requireRight(member, 'setContentWarning');
  await requireThread(id);
  const opening = await readOpening(db, id);
  if (opening.state === 'erased') throw new DomainError('conflict', 'The opening post was taken back');
  if (opening.fields.contentWarning === contentWarning) {
    return refusedFor('contentWarning', contentWarning === null ? 'faults.warningMissing' : 'faults.warningSame');
  }
  const edit = await renderAnew(opening, { contentWarning });
  await db.$transaction(async (tx) => {
    const by = { by: 'moderator', moderatorId: staff.accountId, reason, publicDiff: true } as const;
    const version = await revisePost(tx, { id: opening.id, threadId: id }, { ...edit, ...by });
    if (version === null) throw changedMeanwhile();
    await recordAction(tx, staff, { kind: 'edit', reason, threadId: id, postId: opening.id, version });
  });
  return { kind: 'set' };
}
