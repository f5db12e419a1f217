import type { Prisma } from '#prisma/client.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { LastingKind } from './kinds.ts';

/** Whom a sanction is given to: a pen name's account or a persona, the other null. */
export type Bearer = { accountId: string | null; personaId: string | null };

/** Whoever wrote a post, and where. @throws DomainError not-found. */
export async function bearerOf(postId: string): Promise<Bearer & { threadId: string }> {
  const post = await db.post.findUnique({
    where: { id: postId },
    select: { threadId: true, authorId: true, personaId: true },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  return { threadId: post.threadId, accountId: post.authorId, personaId: post.personaId };
}

/** Holds the account's or the persona's row until the transaction ends: of two at once, the second sees what the first did. */
export async function lockBearer(tx: Transaction, { accountId, personaId }: Bearer): Promise<void> {
  if (personaId === null) await tx.$queryRaw`SELECT 1 FROM accounts WHERE id = ${accountId} FOR UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM personas WHERE id = ${personaId} FOR UPDATE`;
}

/** A sanction of that kind which holds in that hour. */
export function holdsAt(kind: LastingKind, hour: Date): Prisma.SanctionWhereInput {
  return { kind, liftedAt: null, OR: [{ until: null }, { until: { gt: hour } }] };
}
