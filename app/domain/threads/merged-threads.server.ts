import { db } from '#app/platform/db.server.ts';

/** The thread that this one was merged into; null for one that stands by itself or never was. A merge leads to no merged thread. */
export async function findMergedInto(id: string): Promise<string | null> {
  const row = await db.thread.findUnique({ where: { id }, select: { mergedIntoId: true } });
  return row?.mergedIntoId ?? null;
}

/** Of these threads those that were merged away, each with the one that it leads to. */
export async function findMerged(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.thread.findMany({
    where: { id: { in: [...ids] }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  return new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
}

/** The threads that were merged into this one. */
export async function listMergedInto(id: string): Promise<string[]> {
  const rows = await db.thread.findMany({ where: { mergedIntoId: id }, select: { id: true } });
  return rows.map((row) => row.id);
}

type FormerPage = { id: string; into: string; after: number };

/** Where a merged thread's page that began after `after` begins in the thread it leads to; null when nothing followed there. */
export async function findFormerPage({ id, into, after }: FormerPage): Promise<number | null> {
  const place = await db.postFormerPlace.findFirst({
    where: { threadId: id, number: { gt: after }, post: { threadId: into } },
    orderBy: { number: 'asc' },
    select: { post: { select: { number: true } } },
  });
  return place && place.post.number - 1;
}

/**
 * Up to which number somebody knows the thread that another was merged into, who had read that one up to `read`: nothing that
 * stood there before counts as new to them.
 */
export async function findFormerlyRead({ id, into, read }: { id: string; into: string; read: number }) {
  const placeOf = (number: { lte: number } | { gt: number }, order: 'asc' | 'desc') =>
    db.postFormerPlace.findFirst({
      where: { threadId: id, number, post: { threadId: into } },
      orderBy: { number: order },
      select: { post: { select: { number: true } } },
    });
  const [last, first] = [await placeOf({ lte: read }, 'desc'), await placeOf({ gt: 0 }, 'asc')];
  const start = (first?.post.number ?? 1) - 1;
  return { start, readTo: last?.post.number ?? start };
}

/** The numbers that these posts had in a thread before it was merged, by the post's id. */
export async function listFormerNumbers(threadId: string, postIds: readonly string[]): Promise<Map<string, number>> {
  const places = await db.postFormerPlace.findMany({
    where: { threadId, postId: { in: [...postIds] } },
    select: { postId: true, number: true },
  });
  return new Map(places.map(({ postId, number }) => [postId, number]));
}
