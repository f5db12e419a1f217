import { db } from '#app/platform/db.server.ts';
import type { Viewer } from '../identity/viewer.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';

/** As whom the viewer has written in a thread. */
export type MyNamesHere = {
  /** Their alias; null where an anonymous post would draw a new one. */
  alias: string | null;
  wroteUnderPenName: boolean;
};

export async function whoAmIHere(viewer: Viewer, threadId: string): Promise<MyNamesHere> {
  if (viewer.kind === 'guest') return { alias: null, wroteUnderPenName: false };
  const [[mine], underPenName] = await Promise.all([
    listMyPersonasInThread(viewer, threadId),
    db.post.findFirst({ where: { threadId, authorId: viewer.accountId }, select: { id: true } }),
  ]);
  return { alias: mine?.alias ?? null, wroteUnderPenName: underPenName !== null };
}

/** How the reply form begins: who came into a thread as a persona stays that persona. */
export function usualHandHere({ alias, wroteUnderPenName }: MyNamesHere): 'anonymous' | 'pen-name' {
  return alias === null && wroteUnderPenName ? 'pen-name' : 'anonymous';
}

/** Whether writing so brings the other name of the same person into the thread, where readers could put the two together. */
export function isIdentitySwitch({ alias, wroteUnderPenName }: MyNamesHere, as: 'anonymous' | 'pen-name'): boolean {
  return as === 'pen-name' ? alias !== null : alias === null && wroteUnderPenName;
}
