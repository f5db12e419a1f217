import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { topicRef, topicRefSelect } from '../topics/topic-ref.ts';
import { visibleTopics } from '../topics/visibility.server.ts';
import type { ThreadEvent, ThreadLink } from './views.ts';
import { visibleThreads } from './visibility.server.ts';

/** What of the log readers of the thread want to know where it happened. */
const KINDS = ['lock', 'unlock', 'move', 'merge', 'split'] as const;

/** Selection of a thread's relation: what was done to it where readers see it, the first first. */
export const threadActs = {
  where: { kind: { in: [...KINDS] }, afterNumber: { not: null } },
  orderBy: [{ afterNumber: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    kind: true,
    reason: true,
    afterNumber: true,
    revertsId: true,
    fromTopicId: true,
    toTopicId: true,
    otherThreadId: true,
    createdAt: true,
  },
} satisfies Prisma.Thread$moderationActionsArgs;

/** Of any kind: those above are all that is told of. */
type Row = Omit<Prisma.ModerationActionGetPayload<{ select: (typeof threadActs)['select'] }>, 'kind'> & {
  kind: string;
};
export type ThreadActs = readonly Row[];

type EventsRequest = {
  threadId: string;
  /** What was done to the thread, as `openThread` reads it. */
  acts: ThreadActs;
  /** The numbers of the first and of the last post of the page; null for the end that is open. */
  from: number | null;
  to: number | null;
  /** Of the topics' names. */
  language: Language;
};

/**
 * What happened to a thread between the posts of one page, in its order. Nobody's name, and no link to what this viewer may not read.
 */
export async function listEvents(
  viewer: Viewer,
  { threadId, acts, from, to, language }: EventsRequest,
): Promise<ThreadEvent[]> {
  const rows = asTheyHappened(acts);
  const here = rows.filter(({ afterNumber }) => isOnPage(afterNumber ?? 0, { from, to }));
  const isSplit = rows.some(({ kind, afterNumber }) => kind === 'split' && afterNumber !== 0);
  const [topics, gone] = await Promise.all([
    namesOfTopics(viewer, here, language),
    isSplit ? listMovedAway(threadId, { from, to }) : [],
  ]);
  const links = await linksTo(viewer, [...here.map((row) => row.otherThreadId), ...gone.map((post) => post.threadId)]);
  const events = here.flatMap((row) => eventOf(row, topics, links));
  return [...events, ...movedAway(gone, { threadId, rows, links })].sort(byPlace);
}

/**
 * Times are kept to the hour, so that a lock and its unlocking may have the same. What took another back came after it; a lock that
 * nothing in that hour took back came last.
 */
function asTheyHappened(rows: readonly Row[]): Row[] {
  return hoursOf(rows).flatMap((hour) => {
    const place = (row: Row): readonly [number, string, number] => {
      const tookBack = hour.find(({ id }) => id === row.revertsId);
      if (row.kind === 'unlock') return tookBack ? [1, tookBack.id, 1] : [0, row.id, 0];
      const isOpen = row.kind === 'lock' && !hour.some(({ revertsId }) => revertsId === row.id);
      return [isOpen ? 2 : 1, row.id, 0];
    };
    return hour.sort((one, other) => {
      const [[block, pair, step], [otherBlock, otherPair, otherStep]] = [place(one), place(other)];
      return block - otherBlock || pair.localeCompare(otherPair) || step - otherStep;
    });
  });
}

/** Rows that follow each other in one place of the thread and one hour. */
function hoursOf(rows: readonly Row[]): Row[][] {
  const hours: Row[][] = [];
  for (const row of rows) {
    const first = hours.at(-1)?.[0];
    const isSame = first?.afterNumber === row.afterNumber && first.createdAt.getTime() === row.createdAt.getTime();
    if (isSame) hours.at(-1)?.push(row);
    else hours.push([row]);
  }
  return hours;
}

/** A merge stands right above the posts that came by it: whatever else has its number came before. */
function byPlace(one: ThreadEvent, other: ThreadEvent): number {
  const isMerge = ({ kind }: ThreadEvent) => Number(kind === 'merge');
  return one.afterNumber - other.afterNumber || isMerge(one) - isMerge(other);
}

type Page = Pick<EventsRequest, 'from' | 'to'>;

function isOnPage(afterNumber: number, { from, to }: Page): boolean {
  return (from === null || afterNumber >= from) && (to === null || afterNumber <= to);
}

function eventOf(row: Row, topics: ReadonlyMap<string, string>, links: ReadonlyMap<string, ThreadLink>): ThreadEvent[] {
  const { id, reason, createdAt: at } = row;
  const event = { id, reason, at, afterNumber: row.afterNumber ?? 0 };
  const nameOf = (topicId: string | null) => topics.get(topicId ?? '') ?? null;
  switch (row.kind) {
    case 'lock':
    case 'unlock':
      return [{ ...event, kind: row.kind }];
    case 'move':
      return [{ ...event, kind: 'move', from: nameOf(row.fromTopicId), to: nameOf(row.toTopicId) }];
    case 'merge':
      return [{ ...event, kind: 'merge' }];
    case 'split':
      // What left is told where it stood, and by where it is now.
      return event.afterNumber === 0
        ? [{ ...event, kind: 'splitOff', other: links.get(row.otherThreadId ?? '') ?? null }]
        : [];
    default:
      return [];
  }
}

async function namesOfTopics(viewer: Viewer, rows: readonly Row[], language: Language): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ fromTopicId, toTopicId }) => [fromTopicId, toTopicId]).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const topics = await db.topic.findMany({
    where: { id: { in: ids }, ...visibleTopics(viewer) },
    select: { id: true, ...topicRefSelect },
  });
  return new Map(topics.map((topic) => [topic.id, topicRef(topic, language).name]));
}

/** The other threads of merges and splits, by the id they had then: where they lead now, if this viewer may read that. */
async function linksTo(viewer: Viewer, ids: readonly (string | null)[]): Promise<Map<string, ThreadLink>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const select = { id: true, slug: true, title: true, language: true } as const;
  const threads = await db.thread.findMany({
    where: {
      AND: [visibleThreads(viewer), { OR: [{ id: { in: wanted } }, { mergedFrom: { some: { id: { in: wanted } } } }] }],
    },
    select: { ...select, mergedFrom: { where: { id: { in: wanted } }, select: { id: true } } },
  });
  return new Map(
    threads.flatMap(({ mergedFrom, ...link }) => [link.id, ...mergedFrom.map(({ id }) => id)].map((id) => [id, link])),
  );
}

type Gone = { number: number; threadId: string; now: number };

/** The posts that stood on this page before they were moved into another thread, or to another place of this one. */
async function listMovedAway(threadId: string, { from, to }: Page): Promise<Gone[]> {
  const number = { ...(from === null ? {} : { gt: from }), ...(to === null ? {} : { lte: to }) };
  const places = await db.postFormerPlace.findMany({
    where: { threadId, number },
    orderBy: { number: 'asc' },
    select: { number: true, post: { select: { threadId: true, number: true } } },
  });
  return places.map(({ number: before, post }) => ({ number: before, threadId: post.threadId, now: post.number }));
}

type MovedAway = Extract<ThreadEvent, { kind: 'movedAway' }>;

/** One line for each run of posts that went the same way. */
function movedAway(
  gone: readonly Gone[],
  { threadId, rows, links }: { threadId: string; rows: readonly Row[]; links: ReadonlyMap<string, ThreadLink> },
): MovedAway[] {
  const lines: MovedAway[] = [];
  for (const post of gone) {
    const last = lines.at(-1);
    if (last?.numbers.at(-1) === post.number - 1 && last.to === (links.get(post.threadId) ?? null)) {
      last.numbers.push(post.number);
      continue;
    }
    const act = rows.find(({ kind, otherThreadId }) => kind === 'split' && otherThreadId === post.threadId);
    lines.push({
      id: `${threadId}-${post.number}`,
      kind: 'movedAway',
      afterNumber: post.number - 1,
      numbers: [post.number],
      to: links.get(post.threadId) ?? null,
      isHere: post.threadId === threadId,
      now: post.now,
      reason: act?.reason ?? null,
      at: act?.createdAt ?? null,
    });
  }
  return lines;
}
