import type { ModerationKind } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Staff } from '../identity/viewer.ts';

export type ActionRecord = {
  kind: ModerationKind;
  reason: string;
  threadId: string;
  postId?: string;
  /** For an edit: the version it made. */
  version?: number;
  /** The action that this one takes back (`actionToRevert`). */
  revertsId?: string | null;
};

/** Writes what was done into the caller's transaction: references and a reason, never text of a post. */
export async function recordAction(tx: Transaction, staff: Staff, action: ActionRecord): Promise<void> {
  await tx.moderationAction.create({
    data: { id: newId(), ...action, moderatorId: staff.accountId, createdAt: currentHour() },
    select: { id: true },
  });
}
