import { db } from '#app/platform/db.server.ts';

/** Whether what was typed into the form with this key has been published: as a thread (`threadId` null), or as a reply in one. */
export async function isPublished(formKey: string, threadId: string | null): Promise<boolean> {
  const count =
    threadId === null
      ? await db.thread.count({ where: { formKey } })
      : await db.post.count({ where: { formKey, threadId } });
  return count > 0;
}
