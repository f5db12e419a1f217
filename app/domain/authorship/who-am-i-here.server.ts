import { db } from '#app/platform/db.server.ts';
import type { Member, Viewer } from '../identity/viewer.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';

/** As whom the viewer has written in a thread. */
export type MyNamesHere = {
  /** Their alias; null where an anonymous post would draw a new one. */
  alias: string | null;
  wroteUnderPenName: boolean;
};

/** @param byPenName whether they wrote here under their pen name, where that has just been read. */
export async function whoAmIHere(viewer: Viewer, threadId: string, byPenName?: boolean): Promise<MyNamesHere> {
  if (viewer.kind === 'guest') return { alias: null, wroteUnderPenName: false };
  const [[mine], wroteUnderPenName] = await Promise.all([
    listMyPersonasInThread(viewer, threadId),
    byPenName ?? wroteByPenName(viewer, threadId),
  ]);
  return { alias: mine?.alias ?? null, wroteUnderPenName };
}

/** How the reply form begins: who came into a thread as a persona stays that persona. */
export function usualHandHere({ alias, wroteUnderPenName }: MyNamesHere): 'anonymous' | 'pen-name' {
  return alias === null && wroteUnderPenName ? 'pen-name' : 'anonymous';
}

/** Whether writing so brings the other name of the same person into the thread, where readers could put the two together. */
export async function isIdentitySwitch(
  member: Member,
  { threadId, as }: { threadId: string; as: 'anonymous' | 'pen-name' },
): Promise<boolean> {
  const isHere = (await listMyPersonasInThread(member, threadId)).length > 0;
  return as === 'pen-name' ? isHere : !isHere && wroteByPenName(member, threadId);
}

async function wroteByPenName({ accountId }: Member, threadId: string): Promise<boolean> {
  return (await db.post.findFirst({ where: { threadId, authorId: accountId }, select: { id: true } })) !== null;
}
