import { beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { askAboutMe } from './about-me.server.ts';
import { decideOnItem } from './decide.server.ts';
import { listQueue } from './list-queue.server.ts';
import { aboutMeSchema, itemSchema } from './schema.ts';

const ORIGIN = 'https://forum.example';
const input = (given: object = {}) =>
  aboutMeSchema.parse({
    path: `/posts/${newId()}`,
    text: 'I am the sister in it.',
    contact: 'me@example.org',
    ...given,
  });

beforeEach(async () => {
  await db.queueItem.deleteMany({});
  await db.aboutMeRequest.deleteMany({});
});

describe('a request from outside', () => {
  it('waits with risk 2, once however often it is sent', async () => {
    const asked = input();
    await Promise.all(Array.from({ length: 50 }, () => askAboutMe(ORIGIN, asked)));
    expect(await db.aboutMeRequest.findMany()).toMatchObject([asked]);
    expect(await db.queueItem.findMany()).toMatchObject([{ kind: 'aboutMe', risk: 2, closedAt: null, postId: null }]);
  });

  it.each(['dismiss', 'done'] as const)(
    'loses its words and the contact as it is closed (%s), and can be sent anew',
    async (intent) => {
      const moderator = await makeMember({ role: 'moderator' });
      const asked = input();
      await askAboutMe(ORIGIN, asked);
      const item = await db.queueItem.findFirstOrThrow();
      const decision = itemSchema.parse({ version: item.version, reason: 'Answered by mail' });
      expect(await decideOnItem(moderator, { id: item.id, intent, input: decision })).toEqual({ kind: 'done' });
      expect(await db.aboutMeRequest.findMany()).toMatchObject([{ path: asked.path, text: '', contact: null }]);
      await askAboutMe(ORIGIN, asked);
      expect((await listQueue(moderator, {})).items).toMatchObject([{ excerpt: asked.text, path: asked.path }]);
    },
  );

  it('takes an address of this forum as well as a path', async () => {
    const id = newId();
    await askAboutMe(ORIGIN, input({ path: `${ORIGIN}/threads/${id}/a-slug?after=20#post-21` }));
    expect(await db.aboutMeRequest.findMany()).toMatchObject([{ path: `/threads/${id}/a-slug?after=20#post-21` }]);
  });

  it.each([
    'https://elsewhere.example/posts/abcdefghij',
    '//elsewhere.example',
    'javascript:alert(1)',
    '/me',
    'a thread',
    '/posts/../me',
  ])('refuses %s', async (path) => {
    expect(await askAboutMe(ORIGIN, input({ path }))).toMatchObject({ kind: 'refused', field: 'path' });
    expect(await db.queueItem.count()).toBe(0);
  });
});
