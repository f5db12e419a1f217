import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import { visiblePosts } from '../posts/visibility.server.ts';

/** Posts by others that are not marked as read, and the number of the first of them. */
export type News = { news: number; firstNew: number };

type Asked = {
  /** The personas that the member writes as: their own posts are not news. */
  personaIds: readonly string[];
  /** Up to which number they know each thread. */
  readTo: ReadonlyMap<string, number>;
};

/** What others have written in these threads past what the member knows, by thread; none where nothing is new. */
export async function countNews(member: Member, { personaIds, readTo }: Asked): Promise<Map<string, News>> {
  if (readTo.size === 0) return new Map();
  const groups = await db.post.groupBy({
    by: ['threadId'],
    where: {
      AND: [
        visiblePosts(member, personaIds),
        { OR: [...readTo].map(([threadId, number]) => ({ threadId, number: { gt: number } })) },
        { OR: [{ authorId: null }, { authorId: { not: member.accountId } }] },
        { OR: [{ personaId: null }, { personaId: { notIn: [...personaIds] } }] },
      ],
    },
    _count: { _all: true },
    _min: { number: true },
  });
  return new Map(
    groups.map(({ threadId, _count, _min }) => [threadId, { news: _count._all, firstNew: _min.number ?? 1 }]),
  );
}
