import type { QueueKind } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { answerAppealIn } from '../appeals/answer-appeal.server.ts';
import { hidePost } from '../hide-post.server.ts';
import { approvePost, sendBack } from '../holds/hold-post.server.ts';
import { approvePendingEdit, sendBackPendingEdit } from '../holds/pending-edit.server.ts';
import { requireRight } from '../rights.ts';
import { recordAction } from '../record-action.server.ts';
import { answerVerification } from '../verification/answer-verification.server.ts';
import { closeFlagItem, type SeenItem } from './flag-item.server.ts';
import type { ItemInput, ItemIntent } from './schema.ts';

export type DecideResult =
  | { kind: 'done' }
  /** It waits no longer: what it was about was taken back, or answered by somebody else. */
  | { kind: 'gone' }
  /** A request to be verified: the item went with it. */
  | { kind: 'answered'; penName: string; isVerified: boolean }
  | { kind: 'refused'; field: string; fault: string };

const DONE: DecideResult = { kind: 'done' };
const GONE: DecideResult = { kind: 'gone' };
/** A claim lasts to the full hour after next. */
const CLAIM_MS = 2 * HOUR_MS;

type Asked = { item: OpenItem; seen: SeenItem; input: ItemInput };
type OpenItem = {
  kind: QueueKind;
  verificationId: string | null;
  appealId: string | null;
  appeal: { action: { moderatorId: string | null } } | null;
  postId: string | null;
  requestId: string | null;
  post: { threadId: string } | null;
  claimedById: string | null;
  claimedUntil: Date | null;
};

/**
 * Does what a button on the page of an item asks for.
 *
 * @throws DomainError not-allowed, or conflict for an item that has changed since: nothing is done then.
 */
export async function decideOnItem(
  member: Member,
  { id, intent, input }: { id: string; intent: ItemIntent; input: ItemInput },
): Promise<DecideResult> {
  const staff = requireRight(member, 'decideInQueue');
  const item = await db.queueItem.findUnique({
    where: { id },
    select: {
      kind: true,
      verificationId: true,
      appealId: true,
      appeal: { select: { action: { select: { moderatorId: true } } } },
      postId: true,
      requestId: true,
      post: { select: { threadId: true } },
      claimedById: true,
      claimedUntil: true,
    },
  });
  if (!item) return GONE;
  return ACTS[intent](staff, { item, seen: { id, version: input.version }, input });
}

const ACTS: Readonly<Record<ItemIntent, (staff: Staff, asked: Asked) => Promise<DecideResult>>> = {
  async claim(staff, { item, seen, input }) {
    if (!input.despiteClaim && isSomebodyElses(item, staff)) return CLAIMED;
    const claimedUntil = new Date(currentHour().getTime() + CLAIM_MS);
    await db.$transaction((tx) => change(tx, seen, { claimedById: staff.accountId, claimedUntil }));
    return DONE;
  },

  async release(staff, { item, seen }) {
    if (item.claimedById !== staff.accountId) throw changedMeanwhile();
    await db.$transaction((tx) => change(tx, seen, { claimedById: null, claimedUntil: null }));
    return DONE;
  },

  async note(staff, { seen, input }) {
    const { note } = input;
    if (note === null) return { kind: 'refused', field: 'note', fault: 'faults.noteMissing' };
    await db.$transaction(async (tx) => {
      await change(tx, seen, {});
      await addNote(tx, staff, seen.id, note);
    });
    return DONE;
  },

  dismiss: deciding(async (staff, { item, seen }, reason) => {
    const { postId, post } = item;
    if (item.appealId !== null) throw new DomainError('bad-request', 'Who asks for a second look is answered');
    if (item.verificationId !== null) throw new DomainError('bad-request', 'Who asks to be verified is answered');
    if (item.kind === 'held' || item.kind === 'pendingEdit') throw heldIsDecided();
    if (item.kind === 'risk' || postId === null || !post)
      return closeRequest(staff, { item, seen }, { reason, outcome: 'dismissed' });
    await db.$transaction(async (tx) => {
      await closeFlagItem(tx, postId, 'dismissed', seen);
      await recordAction(tx, staff, { kind: 'dismissFlags', reason, threadId: post.threadId, postId });
    });
  }),

  hide: deciding(async (staff, { item, seen }, reason) => {
    if (item.postId === null) throw new DomainError('bad-request', 'There is no post to hide');
    await hidePost(staff, { id: item.postId, reason, item: seen });
  }),

  approve: deciding(async (staff, { item, seen }, reason) => {
    const release = onHeld(item, { held: approvePost, pendingEdit: approvePendingEdit });
    await release(staff, { id: item.postId ?? '', reason, item: seen });
  }),

  sendBack: deciding(async (staff, { item, seen }, reason) => {
    const giveBack = onHeld(item, { held: sendBack, pendingEdit: sendBackPendingEdit });
    await giveBack(staff, { id: item.postId ?? '', reason, item: seen });
  }),

  grant: deciding(answering('granted')),

  refuse: deciding(answering('refused')),

  done: deciding(async (staff, { item, seen }, reason) => {
    if (item.requestId === null && item.kind !== 'risk')
      throw new DomainError('bad-request', 'Flags are closed by what is done about them');
    await closeRequest(staff, { item, seen }, { reason, outcome: 'acted' });
  }),

  async verify(staff, asked) {
    if (!asked.input.despiteClaim && isSomebodyElses(asked.item, staff)) return CLAIMED;
    return answerRequest(staff, asked, null);
  },

  async decline(staff, asked) {
    const { reason, despiteClaim } = asked.input;
    if (!despiteClaim && isSomebodyElses(asked.item, staff)) return CLAIMED;
    if (reason === null) return { kind: 'refused', field: 'reason', fault: 'faults.refusalMissing' };
    return answerRequest(staff, asked, reason);
  },
};

async function answerRequest(staff: Staff, { item, seen }: Asked, refusal: string | null): Promise<DecideResult> {
  requireRight(staff, 'verifyMembers');
  if (item.verificationId === null) throw new DomainError('bad-request', 'Nobody asked to be verified here');
  const result = await answerVerification(staff, { id: item.verificationId, item: seen, refusal });
  return result.kind === 'answered' ? { ...result, isVerified: refusal === null } : result;
}

/** An answer to who asks for a second look, by another than who decided. */
function answering(outcome: 'granted' | 'refused') {
  return async (staff: Staff, asked: Asked, answer: string): Promise<void> => {
    const { appealId } = asked.item;
    if (appealId === null) throw new DomainError('bad-request', 'Nobody asked for a second look here');
    const closed = { closedAt: currentHour(), claimedById: null, claimedUntil: null };
    await db.$transaction(async (tx) => {
      await change(tx, asked.seen, { ...closed, outcome: outcome === 'granted' ? 'acted' : 'dismissed' });
      await answerAppealIn(tx, staff, { appealId, outcome, answer });
    });
  };
}

/** A decision: with a reason, and asked for twice where somebody else is looking at the item. */
function deciding(decide: (staff: Staff, asked: Asked, reason: string) => Promise<void>) {
  return async (staff: Staff, asked: Asked): Promise<DecideResult> => {
    const { reason, despiteClaim } = asked.input;
    if (!despiteClaim && isSomebodyElses(asked.item, staff)) return CLAIMED;
    if (reason === null) return { kind: 'refused', field: 'reason', fault: 'faults.reasonMissing' };
    if (asked.item.appeal?.action.moderatorId === staff.accountId) return OWN_DECISION;
    await decide(staff, asked, reason);
    return DONE;
  };
}

const OWN_DECISION: DecideResult = { kind: 'refused', field: 'form', fault: 'faults.ownDecision' };
const CLAIMED: DecideResult = { kind: 'refused', field: 'despiteClaim', fault: 'faults.claimedByOther' };

function isSomebodyElses({ claimedById, claimedUntil }: OpenItem, staff: Staff): boolean {
  return (
    claimedById !== null && claimedById !== staff.accountId && claimedUntil !== null && claimedUntil > currentHour()
  );
}

/** What an act does to a held post, or to an edit that waits. */
function onHeld<Act>({ kind }: OpenItem, acts: Record<'held' | 'pendingEdit', Act>): Act {
  if (kind === 'held' || kind === 'pendingEdit') return acts[kind];
  throw new DomainError('bad-request', 'Nothing is held here');
}

function heldIsDecided(): DomainError {
  return new DomainError('bad-request', 'What is held is released, sent back or hidden');
}

/** The reason stays as a note for moderators; what somebody outside the forum wrote goes. */
async function closeRequest(
  staff: Staff,
  { item, seen }: Pick<Asked, 'item' | 'seen'>,
  { reason, outcome }: { reason: string; outcome: 'acted' | 'dismissed' },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const closed = { closedAt: currentHour(), outcome, claimedById: null, claimedUntil: null };
    await change(tx, seen, closed);
    await addNote(tx, staff, seen.id, reason);
    await tx.aboutMeRequest.updateMany({ where: { id: item.requestId ?? '' }, data: { text: '', contact: null } });
  });
}

type Change = {
  claimedById?: string | null;
  claimedUntil?: Date | null;
  closedAt?: Date;
  outcome?: 'acted' | 'dismissed';
};

async function change(tx: Transaction, { id, version }: SeenItem, data: Change): Promise<void> {
  const { count } = await tx.queueItem.updateMany({
    where: { id, version, closedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw changedMeanwhile();
}

async function addNote(tx: Transaction, staff: Staff, itemId: string, text: string): Promise<void> {
  await tx.queueNote.create({
    data: { id: newId(), itemId, authorId: staff.accountId, text, createdAt: currentHour() },
    select: { id: true },
  });
}

function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Somebody else has just acted on this item');
}
