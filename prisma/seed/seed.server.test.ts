import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import { listRevisions } from '#app/domain/posts/list-revisions.server.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { DEMO_THREADS } from './demo-content.ts';
import { seed } from './seed.ts';
import { TAXONOMY } from './seed-topics.ts';

async function run(demo = true): Promise<string[]> {
  const said: string[] = [];
  await seed({ demo, log: (line) => said.push(line) });
  return said;
}

async function demoThread(slug: string) {
  const { id } = await db.thread.findUniqueOrThrow({ where: { externalRef: `demo-${slug}` }, select: { id: true } });
  return {
    thread: await getThread(GUEST, { id, language: 'en' }),
    posts: (await listPosts(GUEST, { threadId: id })).posts,
  };
}

beforeAll(async () => {
  await run();
});

describe('seed', () => {
  it('lays out the whole taxonomy and every demonstration thread', async () => {
    const slugs = (await db.topic.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(TAXONOMY.map(({ slug }) => slug)));
    expect(TAXONOMY.filter(({ parent }) => parent === null)).toHaveLength(8);
    expect(TAXONOMY.filter(({ parent }) => parent !== null)).toHaveLength(45);
    expect(await db.thread.count({ where: { externalRef: { startsWith: 'demo-' } } })).toBe(DEMO_THREADS.length);
  });

  it('does nothing the second time, and brings nothing back that was removed', async () => {
    await db.thread.deleteMany({ where: { externalRef: 'demo-story-view-at-midnight' } });
    const before = await db.post.count();
    expect(await run()).toEqual([]);
    expect(await db.post.count()).toBe(before);
  });

  it('takes up what an earlier start left half done, and doubles nothing', async () => {
    const count = async () => [await db.account.count(), await db.moderationAction.count(), await db.topic.count()];
    const before = await count();
    // What is seeded is noted last.
    await db.setting.deleteMany({ where: { key: { in: ['seeded-topics', 'seeded-threads'] } } });
    await run();
    expect(await count()).toEqual(before);
    expect(await db.thread.count({ where: { externalRef: { startsWith: 'demo-' } } })).toBe(DEMO_THREADS.length);
  });

  it('writes anonymous posts as personas and the others as members who cannot sign in', async () => {
    const [demo] = DEMO_THREADS;
    const { posts } = await demoThread(demo?.slug ?? '');
    expect(posts.map(({ author }) => author.kind === 'persona')).toEqual([true, ...(demo?.anonymous ?? [])]);
    const named = posts.filter(({ author }) => author.kind === 'pen').map(({ author }) => author.name);
    expect(named.length).toBeGreaterThan(0);
    const accounts = await db.account.findMany({
      where: { penName: { in: named } },
      select: { role: true, password: true, recoveryCodes: true },
    });
    expect(accounts).toEqual(named.map(() => ({ role: 'member', password: null, recoveryCodes: [] })));
  });

  it('locks, and edits with a reason, as a moderator would', async () => {
    const locked = DEMO_THREADS.find((demo) => demo.locked);
    const { thread } = await demoThread(locked?.slug ?? '');
    expect(thread).toMatchObject({ locked: true, lockReason: locked?.locked?.reason });
    const edited = DEMO_THREADS.find((demo) => demo.moderation);
    const { posts } = await demoThread(edited?.slug ?? '');
    const post = posts[(edited?.moderation?.replyIndex ?? 0) + 1];
    expect(post?.edited).toMatchObject({ by: 'moderator', reason: edited?.moderation?.reason });
    expect(post?.html).toContain('[workplace removed]');
    const revisions = await listRevisions(GUEST, { id: post?.id ?? '' });
    expect(JSON.stringify(revisions)).not.toContain('bakery');
  });
});
