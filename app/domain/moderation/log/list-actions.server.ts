import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import { isStaff, type Viewer } from '../../identity/viewer.ts';
import { cutPage, isAfter } from '../../threads/cursor.server.ts';
import type { ContentState } from '../../threads/views.ts';
import { visibleTopics } from '../../topics/visibility.server.ts';
import { may } from '../rights.ts';
import { PUBLIC_KINDS, type LogKind } from './log-kinds.ts';
import type { LogRequest } from './schema.ts';

/** Actions on one page of the log. */
const ACTIONS_PER_PAGE = 40;

/** One thing that staff did. It says neither who wrote what it was done to nor what stood there. */
export type LoggedAction = {
  id: string;
  kind: LogKind;
  reason: string;
  /** To the hour, as it is stored. */
  at: Date;
  about: 'post' | 'thread';
  /** Null where the viewer may not read it, as is `number` of the post. */
  thread: { id: string; slug: string; title: string; language: Language } | null;
  number: number | null;
  isReverted: boolean;
  isReversal: boolean;
  /** For staff alone. `moderator` is null once that account is no more. */
  staff: { moderator: string | null; postId: string | null; version: number | null } | null;
};

/**
 * A page of the moderation log, newest first. All but staff get the same: what was done to threads of topics that everybody sees,
 * and links to what everybody may read.
 *
 * @throws DomainError bad-request for a cursor that cannot be.
 */
export async function listActions(
  viewer: Viewer,
  { kind, from, to, after, limit = ACTIONS_PER_PAGE }: LogRequest & { limit?: number },
): Promise<{ actions: LoggedAction[]; next: string | null }> {
  const conditions: Prisma.ModerationActionWhereInput[] = [inSight(viewer), isAfter('createdAt', after)];
  if (kind !== undefined) conditions.push({ kind });
  if (from !== undefined) conditions.push({ createdAt: { gte: new Date(from) } });
  if (to !== undefined) conditions.push({ createdAt: { lt: new Date(Date.parse(to) + DAY_MS) } });
  const rows = await db.moderationAction.findMany({
    where: { AND: conditions },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select,
    relationLoadStrategy: 'join',
  });
  const { page, next } = cutPage(rows, limit, 'createdAt');
  return { actions: page.map((row) => actionView(viewer, row)), next };
}

function inSight(viewer: Viewer): Prisma.ModerationActionWhereInput {
  if (may(viewer, 'seeStaffLog')) return {};
  const topic = visibleTopics(viewer);
  // What was done to a thread that was merged away is told of the one that it leads to.
  const thread = { topic, OR: [{ mergedIntoId: null }, { mergedInto: { topic } }] };
  return { thread, OR: [{ postId: null }, { post: { thread } }], kind: { in: [...PUBLIC_KINDS] } };
}

const threadSelect = { id: true, slug: true, title: true, language: true, state: true } as const;

const select = {
  id: true,
  kind: true,
  reason: true,
  version: true,
  revertsId: true,
  createdAt: true,
  revertedBy: { select: { id: true } },
  moderator: { select: { penName: true } },
  thread: { select: { ...threadSelect, mergedInto: { select: threadSelect } } },
  post: { select: { id: true, number: true, state: true, thread: { select: threadSelect } } },
} satisfies Prisma.ModerationActionSelect;

type Row = Prisma.ModerationActionGetPayload<{ select: typeof select }>;

function actionView(viewer: Viewer, row: Row): LoggedAction {
  const { id, kind, reason, createdAt, post, version, moderator } = row;
  const staffSees = may(viewer, 'seeStaffLog');
  const { mergedInto, ...ownThread } = row.thread;
  const { state, ...thread } = post?.thread ?? mergedInto ?? ownThread;
  const mayRead = (each: ContentState) => each === 'published' || isStaff(viewer);
  const isThreadRead = mayRead(state);
  return {
    id,
    kind,
    reason,
    at: createdAt,
    about: post ? 'post' : 'thread',
    thread: isThreadRead ? thread : null,
    number: post && isThreadRead && mayRead(post.state) ? post.number : null,
    isReverted: row.revertedBy !== null,
    isReversal: row.revertsId !== null,
    staff: staffSees ? { moderator: moderator?.penName ?? null, postId: post?.id ?? null, version } : null,
  };
}
