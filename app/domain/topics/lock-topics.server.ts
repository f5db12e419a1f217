import { createHash } from 'node:crypto';
import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';

export type TopicRow = {
  id: string;
  slug: string;
  groupId: string | null;
  position: number;
  isRetired: boolean;
  texts: unknown;
};

/** What a topic or group was when a form was filled from it: another later says that somebody else was faster. */
export function versionOf({ slug, groupId, texts }: Pick<TopicRow, 'slug' | 'groupId' | 'texts'>): string {
  return createHash('sha256')
    .update(JSON.stringify([slug, groupId, texts]))
    .digest('base64url')
    .slice(0, 16);
}

/** Holds these rows until the transaction ends, always in one order. @throws DomainError not-found if one is not there. */
export async function lockTopics(tx: Transaction, ids: readonly string[]): Promise<Map<string, TopicRow>> {
  await tx.$queryRaw`SELECT id FROM topics WHERE id = ANY (${[...ids]}) ORDER BY id FOR UPDATE`;
  const rows = await tx.topic.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, groupId: true, position: true, isRetired: true, texts: true },
  });
  if (rows.length !== new Set(ids).size) throw new DomainError('not-found', 'No such topic');
  return new Map(rows.map((row) => [row.id, row]));
}
