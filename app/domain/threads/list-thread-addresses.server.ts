import { db } from '#app/platform/db.server.ts';
import { isId } from '#app/platform/ids.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Viewer } from '../identity/viewer.ts';
import { listedThreads } from './visibility.server.ts';

export type ThreadAddress = { id: string; slug: string; lastActivityAt: Date };

/**
 * Where the threads are that this viewer finds in lists and search engines may, `limit` at a time and in the order of their ids, which are random.
 * `after` is the id of the last one of the page before.
 *
 * @throws DomainError bad-request for an `after` that is no id.
 */
export async function listThreadAddresses(
  viewer: Viewer,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ThreadAddress[]> {
  if (after !== undefined && !isId(after)) throw new DomainError('bad-request', 'The cursor is not one of ours');
  return db.thread.findMany({
    where: { AND: [listedThreads(viewer), FOR_ENGINES, after === undefined ? {} : { id: { gt: after } }] },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, slug: true, lastActivityAt: true },
  });
}

const FOR_ENGINES = { isKeptOut: false } as const;

/** The ids after which each further page of `listThreadAddresses` begins, however many there are. */
export async function listThreadAddressPages(viewer: Viewer, { limit }: { limit: number }): Promise<string[]> {
  const starts: string[] = [];
  for (;;) {
    const last = await db.thread.findMany({
      where: {
        AND: [listedThreads(viewer), FOR_ENGINES, starts.length === 0 ? {} : { id: { gt: starts.at(-1) ?? '' } }],
      },
      orderBy: { id: 'asc' },
      skip: limit - 1,
      take: 2,
      select: { id: true },
    });
    const [end, beyond] = last;
    if (!end || !beyond) return starts;
    starts.push(end.id);
  }
}
