import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Staff } from '../../identity/viewer.ts';
import type { RevisedField } from '../../posts/views.ts';
import type { HoldReason } from '../holds/hold-reasons.ts';
import { getPendingEdit, type PendingEditView } from '../holds/waiting.server.ts';
import type { WordEffect } from '../word-rules/effects.ts';

export type { PendingEditView };

/** Why a post is held, for moderators. */
export type ItemHeld = {
  reasons: HoldReason[];
  rules: { pattern: string; effect: WordEffect }[];
  /** Readers have seen it before. */
  wasPublished: boolean;
  /** It waits for its author. */
  isSentBack: boolean;
};

/** Null once it is decided. */
export async function getHeld(postId: string): Promise<ItemHeld | null> {
  const hold = await db.hold.findUnique({ where: { postId } });
  if (!hold) return null;
  const { reasons, ruleIds, wasPublished, isSentBack } = hold;
  const rules = await db.wordRule.findMany({
    where: { id: { in: ruleIds } },
    orderBy: { pattern: 'asc' },
    select: { pattern: true, effect: true },
  });
  return { reasons, rules, wasPublished, isSentBack };
}

/** The edit that waits on a post; null once it is decided, or its post was taken back. */
export async function findPendingEdit(staff: Staff, postId: string): Promise<PendingEditView | null> {
  try {
    return await getPendingEdit(staff, { id: postId });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const FIELDS = ['contentWarning', 'situation', 'whatIHaveTried', 'question'] as const satisfies readonly RevisedField[];

/** What stands beside the text of the opening of a thread. */
export async function fieldsBeside(threadId: string): Promise<{ field: RevisedField; text: string }[]> {
  const thread = await db.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { contentWarning: true, situation: true, whatIHaveTried: true, question: true },
  });
  return FIELDS.flatMap((field) => (thread[field] === null ? [] : [{ field, text: thread[field] }]));
}
