import type { Transaction } from '#app/platform/db.server.ts';

type Pair = { id: string; into: string };

/**
 * Keeps two people apart who were drawn the same alias in two threads that become one: the one who comes in gets a number behind
 * it ("Still Otter 2"). The caller holds both threads' rows.
 */
export async function joinAliases(tx: Transaction, { id, into }: Pair): Promise<void> {
  const same = await tx.$queryRaw<{ id: string; alias: string }[]>`
    SELECT p.id, p.alias FROM personas p JOIN thread_scopes here ON here.scope_id = p.scope_id AND here.thread_id = ${id}
    WHERE NOT EXISTS (SELECT 1 FROM thread_scopes t WHERE t.thread_id = ${into} AND t.scope_id = p.scope_id)
      AND EXISTS (
        SELECT 1 FROM personas q JOIN thread_scopes t ON t.scope_id = q.scope_id AND t.thread_id = ${into}
        WHERE q.alias = p.alias)
    ORDER BY p.id`;
  if (same.length === 0) return;
  const scopes = await tx.threadScope.findMany({ where: { threadId: { in: [id, into] } }, select: { scopeId: true } });
  const there = await tx.persona.findMany({
    where: { scopeId: { in: scopes.map(({ scopeId }) => scopeId) } },
    select: { alias: true },
  });
  const taken = new Set(there.map(({ alias }) => alias));
  for (const persona of same) {
    const alias = freeAlias(persona.alias, taken);
    taken.add(alias);
    await tx.persona.update({ where: { id: persona.id }, data: { alias }, select: { id: true } });
  }
}

function freeAlias(alias: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${alias} ${number}`)) number += 1;
  return `${alias} ${number}`;
}
