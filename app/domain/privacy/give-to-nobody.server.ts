import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { randomTag } from '../authorship/author.server.ts';
import { drawAlias } from '../authorship/draw-alias.server.ts';

/**
 * Puts a persona of nobody's in the place of the pen name above these posts of one thread: one alias for all of them. The caller
 * holds the thread's row, so that nobody draws the same alias meanwhile.
 */
export async function giveToNobody(
  tx: Transaction,
  thread: { id: string; scopeId: string },
  postIds: readonly string[],
): Promise<void> {
  const there = await tx.persona.findMany({
    where: { OR: [{ scopeId: thread.scopeId }, { posts: { some: { threadId: thread.id } } }] },
    select: { alias: true },
  });
  const personaId = newId();
  await tx.persona.create({
    data: {
      id: personaId,
      scopeId: thread.scopeId,
      seal: randomTag(),
      ledgerTag: randomTag(),
      alias: drawAlias(new Set(there.map(({ alias }) => alias))),
    },
    select: { id: true },
  });
  await tx.post.updateMany({ where: { id: { in: [...postIds] } }, data: { authorId: null, personaId } });
}
