import type { AppLoadContext } from '@remix-run/node';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { hidePost } from '#app/domain/moderation/hide-post.server.ts';
import { drainOutbox } from '#app/domain/search/drain-outbox.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { loader } from '../feeds.search[.]atom.ts';

const ORIGIN = 'https://forum.test';
const asked: string[] = [];

/** Parsed strictly: what is not well-formed XML throws. */
async function read(query: string, viewer: AppLoadContext['viewer'] = GUEST) {
  const context = makeContext(ORIGIN, { viewer, limit: async (action) => void asked.push(action) });
  const response = await loader({ request: new Request(`${ORIGIN}/feeds/search.atom${query}`), params: {}, context });
  const { document } = new JSDOM(await response.text(), { contentType: 'application/xml' }).window;
  const all = (name: string) => [...document.querySelectorAll(name)].map((element) => element.textContent);
  const links = [...document.querySelectorAll('feed > link')].map((link) => link.getAttribute('href'));
  return { root: document.documentElement, all, links };
}

const word = () => `zf${newId()}`;
const topic = await makeTopic();

describe('the feed of a search', () => {
  it('gives what was found, newest first, each post under an id of its own', async () => {
    const q = word();
    const old = await makeThread(await makeMember(), { topic, title: `Older <b> ${q}`, body: 'Once.' });
    await db.post.update({
      where: { id: old.openingId },
      data: { createdAt: new Date('2024-03-01T10:00:00Z') },
      select: { id: true },
    });
    const thread = await makeThread(await makeMember(), { topic, title: 'Another', body: 'At first.' });
    const { postId } = await makeReply(await makeMember(), thread.id, { body: `Now ${q} & more.` });
    await drainOutbox();
    const { all, links } = await read(`?q=${q}&topic=${topic}`);
    expect(all('entry > title')).toEqual(['Another', `Older &lt;b&gt; ${q}`]);
    expect(all('entry > id')).toEqual([`${ORIGIN}/posts/${postId}`, `${ORIGIN}/posts/${old.openingId}`]);
    expect(all('entry > summary')[0]).toBe(`Now ${q} &amp; more.`);
    expect(all('entry > published')[1]).toBe('2024-03-01T10:00:00.000Z');
    expect(links).toEqual([
      `${ORIGIN}/search?q=${q}&topic=${topic}&sort=newest`,
      `${ORIGIN}/feeds/search.atom?q=${q}&topic=${topic}`,
    ]);
  });

  it('is what a guest finds, whoever asks', async () => {
    const q = word();
    const [author, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
    const { openingId } = await makeThread(author, { topic, title: q });
    await drainOutbox();
    await hidePost(moderator, { id: openingId, reason: 'A name' });
    // An index that never hears of it: what may be shown is decided by who looks.
    await db.outbox.deleteMany();
    for (const viewer of [GUEST, author, moderator]) expect((await read(`?q=${q}`, viewer)).all('entry')).toEqual([]);
  });

  it('keeps back the text behind a content warning', async () => {
    const q = word();
    await makeThread(await makeMember(), { topic, title: `About ${q}`, body: 'canary', contentWarning: 'Grief' });
    await drainOutbox();
    const { root, all } = await read(`?q=${q}+canary`);
    expect(all('entry > summary')).toEqual(['Content warning: Grief']);
    expect(root.querySelector('entry')?.outerHTML).not.toContain('canary');
  });

  it('says nothing of posts that hold only some of the words, unless the best are asked for', async () => {
    const [one, two] = [word(), word()];
    await makeThread(await makeMember(), { topic, title: one });
    await drainOutbox();
    expect((await read(`?q=${one}+${two}`)).all('entry')).toEqual([]);
    expect((await read(`?q=${one}+${two}&sort=relevance`)).all('entry > title')).toEqual([one]);
  });

  it.each(['', '?q=', '?q=a&sort=none', '?q=a&page=-1', '?topic=A+B', `?q=${'a'.repeat(501)}`])(
    'does not exist for %s',
    async (query) => {
      await expect(read(query)).rejects.toMatchObject({ code: 'bad-request' });
    },
  );

  it('is limited as search is', async () => {
    asked.length = 0;
    await read('?q=boundary');
    expect(asked).toEqual(['search']);
  });
});
