import { newId } from '#app/platform/ids.server.ts';
import { db } from '#app/platform/db.server.ts';
import { startThread } from '#app/domain/threads/start-thread.server.ts';
import { startThreadSchema } from '#app/domain/threads/schema.ts';
import type { ThreadId } from '#app/domain/threads/views.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { createReply } from '#app/domain/posts/create-reply.server.ts';
import { replySchema } from '#app/domain/posts/schema.ts';
import type { PostId } from '#app/domain/posts/views.ts';
import { createTopic, createTopicGroup } from '#app/domain/topics/create-topic.server.ts';

const texts = (name: string) => ({ name, description: `About ${name}.`, synonyms: [] });

/** A topic of its own for a test, so that its lists hold nothing else. Returns its slug. */
export async function makeTopic(): Promise<string> {
  const slug = `topic-${newId()}`;
  const groupSlug = `group-${newId()}`;
  await createTopicGroup({ slug: groupSlug, texts: { en: texts(groupSlug), nb: texts(groupSlug) } });
  await createTopic({ slug, groupSlug, texts: { en: texts(slug), nb: texts(slug) } });
  return slug;
}

/** What the form sends, with whatever the test cares about. */
export function threadInput(given: Record<string, unknown> & { topic: string }) {
  return startThreadSchema.parse({
    title: 'A title',
    body: 'What happened.',
    question: 'What would you do?',
    formKey: newId(),
    ...given,
  });
}

export function replyInput(given: Record<string, unknown> = {}) {
  return replySchema.parse({ body: 'An answer.', formKey: newId(), ...given });
}

export async function makeThread(
  member: Member,
  given: Record<string, unknown> & { topic: string },
): Promise<{ id: ThreadId; slug: string; openingId: PostId }> {
  const result = await startThread(member, threadInput(given));
  if (result.kind !== 'started') throw new Error(result.fault);
  const opening = await db.post.findFirstOrThrow({
    where: { threadId: result.thread.id, number: 1 },
    select: { id: true },
  });
  return { ...result.thread, openingId: opening.id as PostId };
}

export async function makeReply(
  member: Member,
  threadId: string,
  given: Record<string, unknown> = {},
): Promise<{ postId: PostId; number: number }> {
  const result = await createReply(member, { threadId, input: replyInput(given) });
  if (result.kind !== 'replied') throw new Error(JSON.stringify(result));
  return result;
}
