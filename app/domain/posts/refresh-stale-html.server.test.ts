import { expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import { refreshStaleHtml } from './refresh-stale-html.server.ts';

it('renders again what an earlier renderer made, and only that', async () => {
  const member = await makeMember();
  const topic = await makeTopic();
  const [stale, fresh] = [await makeThread(member, { topic, body: '*Once*' }), await makeThread(member, { topic })];
  await db.post.update({ where: { id: stale.openingId }, data: { html: 'old', text: 'old', renderVersion: 0 } });
  await db.post.update({ where: { id: fresh.openingId }, data: { html: 'as it is' } });
  expect(await refreshStaleHtml()).toBe(1);
  expect(await db.post.findUnique({ where: { id: stale.openingId } })).toMatchObject({
    html: expect.stringContaining('<em>Once</em>') as string,
    text: 'Once',
    renderVersion: RENDER_VERSION,
    version: 1,
  });
  expect(await db.post.findUnique({ where: { id: fresh.openingId } })).toMatchObject({ html: 'as it is' });
});
