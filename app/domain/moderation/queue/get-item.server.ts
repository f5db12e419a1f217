import type { Prisma } from '#prisma/client.ts';
import type { FlagReason, ModerationKind, QueueKind, QueueOutcome } from '#prisma/generated/enums.ts';
import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { getPost } from '../../posts/get-post.server.ts';
import type { PostView, RevisedField } from '../../posts/views.ts';
import type { ThreadSummary } from '../../threads/views.ts';
import { requireRight } from '../rights.ts';
import { fieldsBeside, findPendingEdit, getHeld, type ItemHeld, type PendingEditView } from './held-item.server.ts';
import { claimView, type ClaimView } from './claim-view.ts';

/** Earlier acts that an item's page shows. */
const ACTS = 20;

export type EarlierAct = {
  id: string;
  kind: ModerationKind;
  reason: string;
  at: Date;
  /** Null once that account is no more. */
  by: string | null;
  /** On the very post, or elsewhere in its thread. */
  isOnPost: boolean;
};

export type ItemFlag = {
  id: string;
  reason: FlagReason;
  note: string | null;
  version: number;
  outcome: QueueOutcome | null;
  at: Date;
};

/** A post that waits, with all that was said about it and done to it. */
export type ItemPost = {
  post: PostView;
  thread: ThreadSummary;
  flags: ItemFlag[];
  /** The text in the versions that were flagged, where it has changed since. */
  asFlagged: { version: number; text: string }[];
  /** What stands beside the text of an opening post. */
  fields: { field: RevisedField; text: string }[];
  acts: EarlierAct[];
};

export type ItemView = {
  id: string;
  kind: QueueKind;
  risk: number;
  version: number;
  openedAt: Date;
  closedAt: Date | null;
  outcome: QueueOutcome | null;
  claim: ClaimView | null;
  notes: { id: string; by: string | null; text: string; at: Date }[];
  about: ItemPost | null;
  /** What somebody outside the forum wrote; its text is '' once the item is closed. */
  request: { path: string; text: string; contact: string | null } | null;
  /** Why a post is held, and the edit of a post that waits, while they do. */
  held: ItemHeld | null;
  edit: PendingEditView | null;
  appeal: ItemAppeal | null;
  verification: ItemVerification | null;
};

/** Who asks to be verified as what; the item goes with the answer. */
export type ItemVerification = {
  penName: string;
  profession: string;
  language: Language;
  /** How staff can see proof of it. */
  text: string;
  /** Whether it is the viewer who asks, and so cannot answer. */
  isOwn: boolean;
};

/** What somebody asks a second look at; the text is '' once it is answered. */
export type ItemAppeal = {
  text: string;
  act: Omit<EarlierAct, 'isOnPost'>;
  /** Whether the viewer decided that, and so cannot answer. */
  isOwnAct: boolean;
  answer: string | null;
};

/** One item, whole. @throws DomainError not-allowed or not-found. */
export async function getItem(member: Member, { id, language }: { id: string; language: Language }): Promise<ItemView> {
  const staff = requireRight(member, 'seeQueue');
  const row = await db.queueItem.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      risk: true,
      version: true,
      openedAt: true,
      closedAt: true,
      outcome: true,
      claimedById: true,
      claimedUntil: true,
      claimedBy: { select: { penName: true } },
      postId: true,
      request: { select: { path: true, text: true, contact: true } },
      appeal: { select: appealSelect },
      verification: { select: verificationSelect },
      notes: { select: { id: true, text: true, createdAt: true, author: { select: { penName: true } } } },
    },
  });
  if (!row) throw new DomainError('not-found', 'No such item');
  const { claimedById: _id, claimedUntil: _until, claimedBy: _by, postId, notes, appeal, verification, ...item } = row;
  const subject = postId ?? (appeal ? await postOf(appeal.action) : null);
  return {
    ...item,
    claim: claimView(row, staff.accountId, currentHour()),
    notes: notes
      .map(({ author, createdAt, ...note }) => ({ ...note, by: author?.penName ?? null, at: createdAt }))
      .sort((one, other) => one.at.getTime() - other.at.getTime() || one.id.localeCompare(other.id)),
    about: subject === null ? null : await aboutPost(staff, { id: subject, language }),
    held: row.kind === 'held' && postId !== null ? await getHeld(postId) : null,
    edit: row.kind === 'pendingEdit' && postId !== null ? await findPendingEdit(staff, postId) : null,
    appeal: appeal && appealView(staff, appeal),
    verification: verification && verificationView(staff, verification),
  };
}

const verificationSelect = {
  profession: true,
  language: true,
  text: true,
  account: { select: { id: true, penName: true } },
} as const satisfies Prisma.VerificationRequestSelect;

type VerificationRow = Prisma.VerificationRequestGetPayload<{ select: typeof verificationSelect }>;

function verificationView(staff: Staff, { account, ...asked }: VerificationRow): ItemVerification {
  return { ...asked, penName: account.penName, isOwn: account.id === staff.accountId };
}

const appealSelect = {
  text: true,
  answer: true,
  action: {
    select: {
      id: true,
      kind: true,
      reason: true,
      createdAt: true,
      threadId: true,
      postId: true,
      moderatorId: true,
      moderator: { select: { penName: true } },
    },
  },
} as const satisfies Prisma.AppealSelect;

type AppealRow = Prisma.AppealGetPayload<{ select: typeof appealSelect }>;

function appealView(staff: Staff, { text, answer, action }: AppealRow): ItemAppeal {
  const { id, kind, reason, createdAt, moderatorId, moderator } = action;
  const act = { id, kind, reason, at: createdAt, by: moderator?.penName ?? null };
  return { text, answer, act, isOwnAct: moderatorId === staff.accountId };
}

/** The post that an act was about, the opening for one about a thread; null where its posts have gone elsewhere. */
async function postOf({ postId, threadId }: { postId: string | null; threadId: string }): Promise<string | null> {
  if (postId !== null) return postId;
  const where = { threadId_number: { threadId, number: 1 } };
  return (await db.post.findUnique({ where, select: { id: true } }))?.id ?? null;
}

async function aboutPost(member: Member, wanted: { id: string; language: Language }): Promise<ItemPost> {
  const { post, thread } = await getPost(member, wanted);
  const flags = await db.flag.findMany({
    where: { postId: post.id },
    orderBy: { id: 'asc' },
    select: { id: true, reason: true, note: true, postVersion: true, outcome: true, createdAt: true },
  });
  const versions = [...new Set(flags.map(({ postVersion }) => postVersion))].filter(
    (version) => version < post.version,
  );
  const [asFlagged, acts] = await Promise.all([textsOf(post.id, versions), actsOn(post.id, thread.id)]);
  return {
    post,
    thread,
    flags: flags.map(({ postVersion, createdAt, ...flag }) => ({ ...flag, version: postVersion, at: createdAt })),
    asFlagged,
    fields: post.number === 1 ? await fieldsBeside(thread.id) : [],
    acts,
  };
}

async function textsOf(postId: string, versions: readonly number[]): Promise<ItemPost['asFlagged']> {
  if (versions.length === 0) return [];
  const rows = await db.revision.findMany({
    where: { postId, version: { in: [...versions] } },
    orderBy: { version: 'asc' },
    select: { version: true, body: true },
  });
  return rows.map(({ version, body }) => ({ version, text: body }));
}

async function actsOn(postId: string, threadId: string): Promise<EarlierAct[]> {
  const rows = await db.moderationAction.findMany({
    where: { OR: [{ threadId }, { thread: { mergedIntoId: threadId } }, { postId }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: ACTS,
    select: {
      id: true,
      kind: true,
      reason: true,
      createdAt: true,
      postId: true,
      moderator: { select: { penName: true } },
    },
  });
  return rows.map(({ createdAt, postId: on, moderator, ...act }) => ({
    ...act,
    at: createdAt,
    by: moderator?.penName ?? null,
    isOnPost: on === postId,
  }));
}
