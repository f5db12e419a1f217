import { db, type Transaction } from '#app/platform/db.server.ts';
import type { Member, Viewer } from '../identity/viewer.ts';
import type { OwnPersona, PersonaId } from './views.ts';

/**
 * The viewer's own personas in a thread, the one they write as first: it is their earliest there. More than one only where
 * threads were merged. Guests have none.
 *
 * @param scopes the thread's, where they have just been read.
 */
export async function listMyPersonasInThread(
  viewer: Viewer,
  threadId: string,
  scopes?: readonly Scope[],
): Promise<OwnPersona[]> {
  if (viewer.kind === 'guest') return [];
  const known = rememberedFor(viewer);
  const remembered = known.get(threadId);
  if (remembered) return remembered;
  const found = findMyPersonas(db, viewer, { threadId, scopes });
  known.set(threadId, found);
  return found;
}

/** Where a persona may stand: each thread has one, and those of threads that came in with it. */
type Scope = { scopeId: string };
type Place = { threadId: string; scopes?: readonly Scope[] | undefined };

/** The same within a transaction, past what is remembered. */
export async function findMyPersonas(
  tx: Transaction,
  member: Member,
  { threadId, scopes }: Place,
): Promise<OwnPersona[]> {
  const all = scopes ?? (await listScopes(tx, threadId));
  const seals = all.flatMap(({ scopeId }) => member.memberSecret.tags('persona', scopeId));
  const personas = await tx.persona.findMany({
    where: { seal: { in: seals } },
    select: {
      id: true,
      scopeId: true,
      alias: true,
      posts: { where: { threadId }, orderBy: { number: 'asc' }, take: 1, select: { number: true } },
    },
  });
  const firstNumber = (persona: (typeof personas)[number]): number => persona.posts[0]?.number ?? Infinity;
  return personas
    .sort((a, b) => firstNumber(a) - firstNumber(b))
    .map(({ id, scopeId, alias }) => ({ id: id as PersonaId, scopeId, alias }));
}

export function listScopes(tx: Transaction, threadId: string): Promise<Scope[]> {
  return tx.threadScope.findMany({ where: { threadId }, select: { scopeId: true } });
}

/** A member object lives as long as its request: what was found is remembered just that long. */
const remembered = new WeakMap<Member, Map<string, Promise<OwnPersona[]>>>();

function rememberedFor(member: Member): Map<string, Promise<OwnPersona[]>> {
  const known = remembered.get(member) ?? new Map<string, Promise<OwnPersona[]>>();
  remembered.set(member, known);
  return known;
}

/** After writing: what was found before may lack a persona made since. */
export function forgetMyPersonas(member: Member): void {
  remembered.delete(member);
}
