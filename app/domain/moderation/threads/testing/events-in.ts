import { GUEST, type Viewer } from '#app/domain/identity/viewer.ts';
import { openThread } from '#app/domain/threads/get-thread.server.ts';
import { listEvents } from '#app/domain/threads/list-events.server.ts';

/** What happened to a thread, all of it, as this viewer reads it in English. */
export async function eventsIn(threadId: string, viewer: Viewer = GUEST) {
  const language = 'en';
  const { acts } = await openThread(viewer, { id: threadId, language });
  return listEvents(viewer, { threadId, acts, from: null, to: null, language });
}
