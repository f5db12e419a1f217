import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { readOfThreads } from '#app/platform/page-record.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { threadSummary, threadSummarySelect } from './thread-summary.ts';
import { inSteps } from './view-count.server.ts';
import type { ThreadView } from './views.ts';
import { visibleThreads } from './visibility.server.ts';

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
          answer: { select: { id: true, number: true, state: true, threadId: true } },
        },
        relationLoadStrategy: 'join',
      }),
    () => [id],
  );
  if (!row) throw new DomainError('not-found', 'No such thread');
  const { situation, whatIHaveTried, lockReason, lockedAt, viewCount, answer } = row;
  return {
    ...threadSummary(row, language),
    situation,
    whatIHaveTried,
    lockReason,
    lockedAt,
    views: inSteps(viewCount),
    // One that was taken away, or stands elsewhere by now, is no answer.
    answer:
      answer?.state === 'published' && answer.threadId === row.id ? { id: answer.id, number: answer.number } : null,
  };
}
