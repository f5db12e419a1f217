import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfThreads } from '#app/platform/page-record.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import { isStaff, type Viewer } from '../identity/viewer.ts';
import { threadSummary, threadSummarySelect } from './thread-summary.server.ts';
import { inSteps } from './view-count.server.ts';
import type { ThreadLink, ThreadView } from './views.ts';
import { visibleThreads } from './visibility.server.ts';

const replacementSelect = {
  ...{ id: true, slug: true, title: true, language: true, state: true },
  topic: { select: { staffOnly: true } },
} as const satisfies Prisma.ThreadSelect;

/** One thread without its posts. @throws DomainError not-found, whether it never was or is kept from this viewer. */
export async function getThread(
  viewer: Viewer,
  { id, language }: { id: string; language: Language },
): Promise<ThreadView> {
  const mine = await listMyPersonasInThread(viewer, id);
  const visible = visibleThreads(
    viewer,
    mine.map((persona) => persona.id),
  );
  const row = await readOfThreads(
    () =>
      db.thread.findFirst({
        where: { AND: [{ id }, visible] },
        select: {
          ...threadSummarySelect,
          situation: true,
          whatIHaveTried: true,
          lockReason: true,
          viewCount: true,
          isRetired: true,
          replacedBy: { select: replacementSelect },
          answer: { select: { id: true, number: true, state: true, threadId: true } },
        },
        relationLoadStrategy: 'join',
      }),
    (found) => [id, ...(found?.replacedBy ? [found.replacedBy.id] : [])],
  );
  if (!row) throw new DomainError('not-found', 'No such thread');
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
