import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { prepareEdit, staleEdit, type EditInput, type EditPostResult } from '../posts/edit-post.server.ts';
import { getPostForEdit } from '../posts/get-post-for-edit.server.ts';
import { revisePost } from '../posts/revise-post.server.ts';
import { recordAction } from './record-action.server.ts';
import { requireRight } from './rights.ts';

/**
 * A moderator's edit of somebody else's post: with a reason, marked as such on the post, and on record. `publicDiff` leaves what
 * was taken away open to readers.
 *
 * @throws DomainError not-found or not-allowed.
 */
export async function editAnyPost(
  member: Member,
  { id, input }: { id: string; input: EditInput },
): Promise<EditPostResult> {
  const staff = requireRight(member, 'editAnyPost');
  const { reason, publicDiff } = input;
  if (reason === null) return { kind: 'refused', field: 'reason', fault: 'faults.reasonMissing' };
  const post = await getPostForEdit(staff, { id });
  const edit = await prepareEdit(post, input);
  if ('kind' in edit) return edit;
  const threadId = post.thread.id;
  const version = await db.$transaction(async (tx) => {
    const made = await revisePost(
      tx,
      { id, threadId },
      { ...edit, by: 'moderator', moderatorId: staff.accountId, publicDiff },
    );
    if (made !== null) await recordAction(tx, staff, { kind: 'edit', reason, threadId, postId: id, version: made });
    return made;
  });
  return version === null ? staleEdit(staff, id) : { kind: 'edited', version };
}
