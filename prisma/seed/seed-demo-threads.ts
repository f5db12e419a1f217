import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { editAnyPost } from '#app/domain/moderation/edit-any-post.server.ts';
import { lockThread } from '#app/domain/moderation/lock-thread.server.ts';
import { draftOfLine, type PostDraft, type ThreadDraft } from '#app/domain/posts/import/thread-draft.ts';
import { prepareThreads, writeThreads } from '#app/domain/posts/import/write-threads.server.ts';
import { DEMO_THREADS, type DemoThread } from './demo-content.ts';
import { castDemoMembers, type DemoCast } from './demo-members.ts';
import { demoTimes } from './demo-times.ts';
import { listSeeded, markSeeded } from '#app/domain/settings/seeded.server.ts';

/**
 * Writes the demonstration threads that were never written before: anonymous posts by personas that belong to nobody, the
 * others by the demonstration members, and then what a moderator did to them. Threads of a topic that is gone are left out.
 */
export async function seedDemoThreads(): Promise<void> {
  const seeded = await listSeeded('threads');
  const missing = DEMO_THREADS.filter(({ slug }) => !seeded.has(slug));
  const cast = await castDemoMembers();
  const topicIds = await readTopicIds();
  const drafts = missing.flatMap((thread) => {
    const topicId = topicIds.get(thread.line.topic);
    // A guide stands for somebody's name.
    if (topicId === undefined || (thread.isGuide && cast.moderator === null)) return [];
    return [draftOf(thread, topicId, cast)];
  });
  const outcomes = await writeThreads(await prepareThreads(drafts));
  // A machine too busy to render in time: the next start tries these again.
  const postponed = new Set(drafts.filter((_, i) => outcomes[i]?.kind === 'refused').map((draft) => draft.externalRef));
  if (cast.moderator) {
    for (const thread of missing) await moderate(cast.moderator, thread);
  }
  // Last: a start that was cut short is taken up where it was.
  await markSeeded(
    'threads',
    missing.filter(({ line }) => !postponed.has(line.externalRef)).map(({ slug }) => slug),
  );
}

async function readTopicIds(): Promise<Map<string, string>> {
  const topics = await db.topic.findMany({ where: { groupId: { not: null } }, select: { slug: true, id: true } });
  return new Map(topics.map(({ slug, id }) => [slug, id]));
}

function draftOf({ slug, line, anonymous, isGuide }: DemoThread, topicId: string, cast: DemoCast): ThreadDraft {
  const hour = currentHour();
  const draft = draftOfLine(line, topicId, hour);
  const times = demoTimes(slug, draft.posts.length, hour);
  return {
    ...draft,
    posts: draft.posts.map((post, index): PostDraft => {
      // The opening is anonymous, but for a guide's; replies are counted from zero.
      const isNamed = index > 0 && anonymous[index - 1] === false;
      const named = isNamed ? cast.memberFor(post.perspective, line.language, slug.length + index) : undefined;
      const member = isGuide ? cast.moderator?.accountId : named;
      return {
        ...post,
        createdAt: times[index] ?? hour,
        ...(member === undefined ? {} : { writer: { as: 'pen-name', accountId: member } }),
      };
    }),
  };
}

/** Does what is not done yet, so that it can be repeated. */
async function moderate(moderator: Member, { line, locked, moderation }: DemoThread): Promise<void> {
  if (!locked && !moderation) return;
  const thread = await db.thread.findUnique({
    where: { externalRef: line.externalRef },
    select: { id: true, lockedAt: true, posts: { orderBy: { number: 'asc' }, select: { id: true, version: true } } },
  });
  if (!thread) return;
  if (locked && thread.lockedAt === null) await lockThread(moderator, { id: thread.id, reason: locked.reason });
  if (!moderation) return;
  const { replyIndex, after, reason } = moderation;
  const post = thread.posts[replyIndex + 1];
  if (post?.version !== 1) return;
  await editAnyPost(moderator, { id: post.id, input: { body: after, version: 1, reason, publicDiff: false } });
}
