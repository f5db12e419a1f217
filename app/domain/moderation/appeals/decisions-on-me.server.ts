import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { DAY_MS } from '#app/platform/times.ts';
import { listMyPersonas } from '../../authorship/ledger.server.ts';
import type { Member, Viewer } from '../../identity/viewer.ts';
import { APPEAL_DAYS, APPEALABLE, type Appealable } from './appealable.ts';

/** So many at most are shown: more in ninety days nobody reads. */
const SHOWN = 100;

/** A decision of staff that concerns somebody, as they see it. */
export type DecisionOnMe = {
  /** Of the act. */
  id: string;
  kind: Appealable;
  reason: string;
  /** To the hour. */
  at: Date;
  thread: { id: string; slug: string; title: string; language: Language };
  /** The post that it was about or was given for; null where it was about the thread. */
  post: { id: string; number: number } | null;
  /** As whom they wrote it. */
  name: string;
  /** For what lasts: until when, null until staff end it. */
  lasts: { until: Date | null } | null;
  isTakenBack: boolean;
  /** Null while they have not asked for a second look. */
  appeal: { outcome: 'granted' | 'refused'; answer: string; at: Date } | 'waits' | null;
  canAppeal: boolean;
};

/**
 * What staff decided about the member's posts and threads, and about them as a writer, in the last ninety days, under whatever
 * name: found among their own, as nothing stored says whom an anonymous post belongs to.
 */
export async function listDecisionsOnMe(member: Member): Promise<DecisionOnMe[]> {
  const personaIds = (await listMyPersonas(member)).map(({ id }) => id);
  return find(member, personaIds, {});
}

/** The same for those of some posts at hand that are the viewer's own, by the post's id. */
export async function listDecisionsOnMyPosts(
  viewer: Viewer,
  posts: readonly { id: string; isMine: boolean }[],
): Promise<Record<string, DecisionOnMe[]>> {
  const mine = posts.filter(({ isMine }) => isMine).map(({ id }) => id);
  if (viewer.kind === 'guest' || mine.length === 0) return {};
  const found = await find(viewer, null, { postId: { in: mine } });
  return Object.fromEntries(mine.map((id) => [id, found.filter(({ post }) => post?.id === id)]));
}

/** One decision that concerns the member. @throws DomainError not-found for any other. */
export async function getDecisionOnMe(member: Member, id: string): Promise<DecisionOnMe> {
  const personaIds = (await listMyPersonas(member)).map((persona) => persona.id);
  const [decision] = await find(member, personaIds, { id });
  if (!decision) throw new DomainError('not-found', 'No such decision');
  return decision;
}

/** @param personaIds of the member; null where the caller has asked for posts that it knows to be theirs. */
async function find(
  member: Member,
  personaIds: readonly string[] | null,
  where: Prisma.ModerationActionWhereInput,
): Promise<DecisionOnMe[]> {
  const since = new Date(now().getTime() - APPEAL_DAYS * DAY_MS);
  const rows = await db.moderationAction.findMany({
    where: {
      AND: [where, personaIds === null ? {} : concerns(member, personaIds)],
      kind: { in: [...APPEALABLE] },
      createdAt: { gte: since },
      OR: [{ moderatorId: null }, { moderatorId: { not: member.accountId } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
    select,
  });
  return rows.map((row) => decisionView(row, member.penName));
}

function concerns(member: Member, personaIds: readonly string[]): Prisma.ModerationActionWhereInput {
  const mine: Prisma.PostWhereInput = {
    OR: [{ authorId: member.accountId }, { personaId: { in: [...personaIds] } }],
  };
  return { OR: [{ post: mine }, { postId: null, thread: { posts: { some: { number: 1, ...mine } } } }] };
}

const threadSelect = { id: true, slug: true, title: true, language: true } as const;
const author = { persona: { select: { alias: true } } } as const;

const select = {
  id: true,
  kind: true,
  reason: true,
  createdAt: true,
  revertedBy: { select: { id: true } },
  thread: { select: { ...threadSelect, posts: { where: { number: 1 }, take: 1, select: author } } },
  post: { select: { id: true, number: true, thread: { select: threadSelect }, ...author } },
  sanction: { select: { kind: true, until: true, liftedAt: true } },
  appeal: { select: { outcome: true, answer: true, answeredAt: true } },
} as const satisfies Prisma.ModerationActionSelect;

type Row = Prisma.ModerationActionGetPayload<{ select: typeof select }>;

function decisionView(row: Row, penName: string): DecisionOnMe {
  const { id, kind, reason, createdAt, post, sanction, appeal, revertedBy } = row;
  const { posts, ...own } = row.thread;
  const isTakenBack = revertedBy !== null || (sanction?.liftedAt ?? null) !== null;
  return {
    id,
    kind: kind as Appealable,
    reason,
    at: createdAt,
    thread: post?.thread ?? own,
    post: post && { id: post.id, number: post.number },
    name: (post ?? posts[0])?.persona?.alias ?? penName,
    lasts: sanction && (sanction.kind === 'bar' || sanction.kind === 'review') ? { until: sanction.until } : null,
    isTakenBack,
    appeal: appeal && appealView(appeal),
    canAppeal: appeal === null && !isTakenBack,
  };
}

function appealView({ outcome, answer, answeredAt }: NonNullable<Row['appeal']>): DecisionOnMe['appeal'] {
  if (outcome === null || answer === null || answeredAt === null) return 'waits';
  return { outcome, answer, at: answeredAt };
}
