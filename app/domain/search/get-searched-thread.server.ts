import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { findMergedInto } from '../threads/merged-threads.server.ts';
import { visibleThreads } from '../threads/visibility.server.ts';

/** The thread that a search is kept to. */
export type SearchedThread = { id: string; slug: string; title: string; language: Language };

/** What a search inside a thread names it by; null for one that this viewer may not see, or that is not there. */
export async function getSearchedThread(viewer: Viewer, id: string): Promise<SearchedThread | null> {
  const at = (await findMergedInto(id)) ?? id;
  return db.thread.findFirst({
    where: { AND: [{ id: at }, visibleThreads(viewer)] },
    select: { id: true, slug: true, title: true, language: true },
  });
}
