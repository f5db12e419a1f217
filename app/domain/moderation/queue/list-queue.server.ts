import type { Prisma } from '#prisma/client.ts';
import type { FlagReason, QueueKind } from '#prisma/generated/enums.ts';
import type { Language } from '#app/i18n/languages.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { postInThreadPath } from '#app/platform/urls.ts';
import type { Member } from '../../identity/viewer.ts';
import { excerptOf } from '../../posts/post-view.server.ts';
import type { ContentState } from '../../threads/views.ts';
import type { HoldReason } from '../holds/hold-reasons.ts';
import { requireRight } from '../rights.ts';
import { claimView, type ClaimView } from './claim-view.ts';
import { isAfterInQueue, writeQueueCursor } from './cursor.server.ts';

/** Items a page. */
export const QUEUE_PAGE = 25;
/** Characters of a text in the list. */
const EXCERPT = 280;

export type QueueRequest = {
  kind?: QueueKind | undefined;
  /** Of at least one open flag. */
  reason?: FlagReason | undefined;
  claim?: 'claimed' | 'unclaimed' | undefined;
  after?: string | undefined;
};

export type QueueLine = {
  id: string;
  /** As it was listed: who decides on an older one is told. */
  version: number;
  kind: QueueKind;
  risk: number;
  openedAt: Date;
  claim: ClaimView | null;
  /** What members said, in the order of random ids: nobody learns who. */
  flags: { id: string; reason: FlagReason; note: string | null }[];
  /** What it is about: a post as it was flagged, or what somebody outside the forum wrote. */
  title: string;
  /** Of the title, and of the post's words; null where no one post or thread is meant. */
  language: Language | null;
  path: string;
  excerpt: string;
  /** Whether the post reads otherwise today. */
  isChanged: boolean;
  /** Of the post. */
  state: ContentState | null;
  /** Why the post is held. */
  reasons: HoldReason[];
};

/**
 * What waits, the highest risk first and then the oldest. A page costs the same however much waits.
 *
 * @throws DomainError not-allowed, or bad-request for a cursor that cannot be.
 */
export async function listQueue(
  member: Member,
  { kind, reason, claim, after }: QueueRequest,
): Promise<{ items: QueueLine[]; next: string | null }> {
  const staff = requireRight(member, 'seeQueue');
  const hour = currentHour();
  const conditions: Prisma.QueueItemWhereInput[] = [{ closedAt: null }, isAfterInQueue(after)];
  if (kind !== undefined) conditions.push({ kind });
  if (reason !== undefined) conditions.push({ post: { flags: { some: { reason, outcome: null } } } });
  if (claim === 'claimed') conditions.push({ claimedUntil: { gt: hour } });
  if (claim === 'unclaimed') conditions.push({ OR: [{ claimedUntil: null }, { claimedUntil: { lte: hour } }] });
  const rows = await readLines(conditions);
  const page = rows.slice(0, QUEUE_PAGE);
  const last = rows.length > QUEUE_PAGE ? page.at(-1) : undefined;
  const earlier = await textsAsFlagged(page);
  return {
    items: page.map((row) => line(row, staff.accountId, earlier)),
    next: last ? writeQueueCursor(last) : null,
  };
}

/** The first lines that fit, and one more. Which they are is asked first: a database that joins before it limits would join them all. */
async function readLines(conditions: Prisma.QueueItemWhereInput[]): Promise<LineRow[]> {
  const first = await db.queueItem.findMany({
    where: { AND: conditions },
    orderBy: ORDER,
    take: QUEUE_PAGE + 1,
    select: { id: true },
  });
  const where = { id: { in: first.map(({ id }) => id) } };
  return db.queueItem.findMany({ where, orderBy: ORDER, select: lineSelect });
}

const ORDER = [
  { risk: 'desc' },
  { openedAt: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.QueueItemOrderByWithRelationInput[];

const threadSelect = { id: true, slug: true, title: true, language: true } as const;

const lineSelect = {
  id: true,
  version: true,
  kind: true,
  risk: true,
  openedAt: true,
  claimedById: true,
  claimedUntil: true,
  claimedBy: { select: { penName: true } },
  request: { select: { path: true, text: true } },
  verification: { select: { text: true, account: { select: { penName: true } } } },
  appeal: {
    select: {
      text: true,
      action: {
        select: {
          thread: { select: threadSelect },
          post: { select: { number: true, thread: { select: threadSelect } } },
        },
      },
    },
  },
  post: {
    select: {
      id: true,
      number: true,
      state: true,
      version: true,
      text: true,
      hold: { select: { reasons: true } },
      pendingEdit: { select: { body: true } },
      thread: { select: threadSelect },
      flags: {
        where: { outcome: null },
        orderBy: { id: 'asc' },
        select: { id: true, reason: true, note: true, postVersion: true },
      },
    },
  },
} as const satisfies Prisma.QueueItemSelect;

type LineRow = Prisma.QueueItemGetPayload<{ select: typeof lineSelect }>;

/** The texts of the posts that have changed since they were flagged, as they were then, by the post's id. */
async function textsAsFlagged(rows: readonly LineRow[]): Promise<ReadonlyMap<string, string>> {
  const wanted = rows.flatMap(({ post }) => {
    const version = Math.min(...(post?.flags ?? []).map(({ postVersion }) => postVersion));
    return post && version < post.version ? [{ postId: post.id, version }] : [];
  });
  if (wanted.length === 0) return new Map();
  const found = await db.revision.findMany({ where: { OR: wanted }, select: { postId: true, body: true } });
  return new Map(found.map(({ postId, body }) => [postId, body]));
}

function line(row: LineRow, accountId: string, earlier: ReadonlyMap<string, string>): QueueLine {
  const { id, version, kind, risk, openedAt, post, request, appeal, verification } = row;
  const about = post ?? appeal?.action.post ?? null;
  const thread = about?.thread ?? appeal?.action.thread ?? null;
  const edited = kind === 'pendingEdit' ? post?.pendingEdit?.body : undefined;
  const flagged = kind === 'flags' && post ? earlier.get(post.id) : undefined;
  const text = post ? (edited ?? flagged ?? post.text) : (request?.text ?? appeal?.text ?? verification?.text ?? '');
  return {
    id,
    version,
    kind,
    risk,
    openedAt,
    claim: claimView(row, accountId, currentHour()),
    flags: (post?.flags ?? []).map(({ postVersion: _, ...flag }) => flag),
    title: thread?.title ?? request?.path ?? verification?.account.penName ?? '',
    language: thread?.language ?? null,
    path: thread ? postInThreadPath(thread, about?.number ?? 1) : (request?.path ?? ''),
    excerpt: excerptOf(text, EXCERPT),
    isChanged: flagged !== undefined,
    state: post?.state ?? null,
    reasons: kind === 'held' ? (post?.hold?.reasons ?? []) : [],
  };
}
