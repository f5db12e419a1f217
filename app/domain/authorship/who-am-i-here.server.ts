import type { Viewer } from '../identity/viewer.ts';
import { listMyPersonasInThread } from './personas-in-thread.server.ts';

/** The alias the viewer has in this thread; null where an anonymous post would draw a new one. */
export async function whoAmIHere(viewer: Viewer, threadId: string): Promise<{ alias: string | null }> {
  const [mine] = await listMyPersonasInThread(viewer, threadId);
  return { alias: mine?.alias ?? null };
}
