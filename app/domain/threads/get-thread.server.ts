import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfThreads } from '#app/platform/page-record.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { PersonaId } from '../authorship/views.ts';
import { isStaff, type Member, type Viewer } from '../identity/viewer.ts';
import { threadActs, type ThreadActs } from './list-events.server.ts';
import { threadSummary, threadSummarySelect } from './thread-summary.server.ts';
import { inSteps } from './view-count.server.ts';
import type { ThreadLink, ThreadView } from './views.ts';
import { visibleThreads } from './visibility.server.ts';

const replacementSelect = {
  ...{ id: true, slug: true, title: true, language: true, state: true },
  topic: { select: { staffOnly: true } },
} as const satisfies Prisma.ThreadSelect;

const threadSelect = {
  ...threadSummarySelect,
  situation: true,
  whatIHaveTried: true,
  lockReason: true,
  viewCount: true,
  isRetired: true,
  replacedBy: { select: replacementSelect },
  answer: { select: { id: true, number: true, state: true, threadId: true } },
  moderationActions: threadActs,
} as const satisfies Prisma.ThreadSelect;

type Row = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;
type Asked = { id: string; language: Language };

/** A thread, and what its page asks of the database besides: read in one go. */
export type OpenedThread = {
  thread: ThreadView;
  acts: ThreadActs;
  /** What only members are asked about; null for guests. */
  forMember: { mergedFrom: string[]; wroteUnderPenName: boolean } | null;
};

/** One thread without its posts. @throws DomainError not-found, whether it never was or is kept from this viewer. */
export async function getThread(viewer: Viewer, asked: Asked): Promise<ThreadView> {
  return (await openThread(viewer, asked)).thread;
}

/** The same with what stands around it. @throws DomainError not-found. */
export async function openThread(viewer: Viewer, { id, language }: Asked): Promise<OpenedThread> {
  const { row, forMember } = await (viewer.kind === 'guest' ? findForGuest(viewer, id) : findForMember(viewer, id));
  return { thread: await threadView(viewer, row, language), acts: row.moderationActions, forMember };
}

async function findForGuest(viewer: Viewer, id: string) {
  const where = { AND: [{ id }, visibleThreads(viewer)] };
  const row = await readOfThreads(
    () => db.thread.findFirst({ where, select: threadSelect, relationLoadStrategy: 'join' }),
    (found) => [id, ...(found?.replacedBy ? [found.replacedBy.id] : [])],
  );
  if (!row) throw new DomainError('not-found', 'No such thread');
  return { row, forMember: null };
}

/** Which of their personas are here is needed to find the thread only where it is not there for everybody. */
async function findForMember(member: Member, id: string) {
  const find = (mine: readonly PersonaId[]) =>
    db.thread.findFirst({
      where: { AND: [{ id }, visibleThreads(member, mine)] },
      select: {
        ...threadSelect,
        scopes: { select: { scopeId: true } },
        mergedFrom: { select: { id: true } },
        posts: { where: { authorId: member.accountId }, take: 1, select: { id: true } },
      },
      relationLoadStrategy: 'join',
    });
  const row = (await find([])) ?? (await find((await listMyPersonasInThread(member, id)).map((persona) => persona.id)));
  if (!row) throw new DomainError('not-found', 'No such thread');
  // What is asked next begins with them.
  await listMyPersonasInThread(member, id, row.scopes);
  return {
    row,
    forMember: { mergedFrom: row.mergedFrom.map((from) => from.id), wroteUnderPenName: row.posts.length > 0 },
  };
}

async function threadView(viewer: Viewer, row: Row, language: Language): Promise<ThreadView> {
  const { situation, whatIHaveTried, lockReason, lockedAt, viewCount, isRetired, answer } = row;
  return {
    ...(await threadSummary(row, language)),
    situation,
    whatIHaveTried,
    lockReason,
    lockedAt,
    retired: isRetired,
    replacedBy: row.replacedBy && replacement(viewer, row.replacedBy),
    views: inSteps(viewCount),
    // One that was taken away, or stands elsewhere by now, is no answer.
    answer:
      answer?.state === 'published' && answer.threadId === row.id ? { id: answer.id, number: answer.number } : null,
  };
}

/** Null where this viewer may not read it. */
function replacement(
  viewer: Viewer,
  { state, topic, ...link }: Prisma.ThreadGetPayload<{ select: typeof replacementSelect }>,
): ThreadLink | null {
  return isStaff(viewer) || (state === 'published' && !topic.staffOnly) ? link : null;
}
