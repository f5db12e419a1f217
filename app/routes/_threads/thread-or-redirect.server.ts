import { redirect } from '@remix-run/node';
import type { Viewer } from '#app/domain/identity/viewer.ts';
import { openThread, type OpenedThread } from '#app/domain/threads/get-thread.server.ts';
import { findFormerPage, findMergedInto } from '#app/domain/threads/merged-threads.server.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { DomainError } from '#app/platform/errors.ts';
import { threadPath } from '#app/platform/urls.ts';

type Asked = { id: string; language: Language };
type Lead = (into: ThreadView) => string | Promise<string>;

/**
 * The thread that an address names. Where it was merged into another the answer is a redirect to what `lead` makes of that one; it
 * is looked for only then, so that other pages pay nothing for it.
 *
 * @throws DomainError not-found, also where the viewer may not read what it leads to.
 */
export async function threadOrRedirect(viewer: Viewer, asked: Asked, lead: Lead): Promise<ThreadView> {
  return (await openedOrRedirect(viewer, asked, lead)).thread;
}

/** The same with what stands around it. @throws DomainError not-found. */
export async function openedOrRedirect(viewer: Viewer, asked: Asked, lead: Lead): Promise<OpenedThread> {
  const found = await threadOrMerged(viewer, asked);
  if (!found.isMerged) return found;
  throw redirect(await lead(found.thread), 301);
}

/** The same, with the thread that it leads to in hand. @throws DomainError not-found. */
export async function threadOrMerged(
  viewer: Viewer,
  { id, language }: Asked,
): Promise<OpenedThread & { isMerged: boolean }> {
  try {
    return { ...(await openThread(viewer, { id, language })), isMerged: false };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
    const into = await findMergedInto(id);
    if (into === null) throw error;
    return { ...(await openThread(viewer, { id: into, language })), isMerged: true };
  }
}

/**
 * The page of `into` that begins with what the page `after` of the merged thread `id` began with. `from` lets the posts on it answer
 * to the numbers they had, since the part of an address behind # does not reach the server.
 */
export async function formerPagePath(
  into: ThreadView,
  { id, after, search }: { id: string; after: number; search: URLSearchParams },
): Promise<string> {
  const now = await findFormerPage({ id, into: into.id, after });
  const params = new URLSearchParams(search);
  params.delete('after');
  params.set('from', id);
  if (now !== null && now > 0) params.set('after', String(now));
  return `${threadPath(into)}?${params.toString()}`;
}
