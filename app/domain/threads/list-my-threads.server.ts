import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { THREADS_PER_PAGE } from '#app/platform/urls.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import type { Member } from '../identity/viewer.ts';
import { cutPage, isAfter } from './cursor.server.ts';
import { threadSummaries, threadSummarySelect } from './thread-summary.server.ts';
import type { ThreadSummary } from './views.ts';

/** A thread the member wrote in, and as whom: their alias there, or null for the pen name. */
export type MyThread = ThreadSummary & { alias: string | null };

/** All threads the member wrote in, anonymously or not, hidden ones included, by latest activity. */
export async function listMyThreads(
  member: Member,
  { after, language }: { after?: string | undefined; language: Language },
): Promise<{ threads: MyThread[]; next: string | null }> {
  const personas = await listMyPersonas(member);
  const personaIds = personas.map((persona) => persona.id);
  const mine = { OR: [{ authorId: member.accountId }, { personaId: { in: personaIds } }] };
  const rows = await db.thread.findMany({
    where: { posts: { some: mine }, ...isAfter('lastActivityAt', after) },
    orderBy: [{ lastActivityAt: 'desc' }, { id: 'asc' }],
    take: THREADS_PER_PAGE + 1,
    select: {
      ...threadSummarySelect,
      posts: { where: { personaId: { in: personaIds } }, take: 1, select: { persona: { select: { alias: true } } } },
    },
  });
  const { page, next } = cutPage(rows, THREADS_PER_PAGE, 'lastActivityAt');
  const aliases = new Map(page.map(({ id, posts }) => [id, posts[0]?.persona?.alias ?? null]));
  const threads = await threadSummaries(page, language);
  return { threads: threads.map((thread) => ({ ...thread, alias: aliases.get(thread.id) ?? null })), next };
}
