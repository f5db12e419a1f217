import type { LoaderFunctionArgs } from '@remix-run/node';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { hidePost } from '#app/domain/moderation/hide-post.server.ts';
import { listThreadAddresses, listThreadAddressPages } from '#app/domain/threads/list-thread-addresses.server.ts';
import { loader as latestLoader } from '../feeds.latest[.]atom.ts';
import { loader as threadLoader } from '../feeds.threads.$file.ts';
import { loader as topicLoader } from '../feeds.topics.$file.ts';
import { loader as robotsLoader } from '../robots[.]txt.ts';
import { loader as searchLoader, meta as searchMeta } from '../search.tsx';
import { loader as sitemapLoader } from '../sitemap[.]xml.ts';

const ORIGIN = 'https://forum.test';

const context = makeContext(ORIGIN);

type Loader = (args: LoaderFunctionArgs) => Response | Promise<Response>;

/** Parsed strictly: what is not well-formed XML throws. */
async function read(loader: Loader, { file, query = '' }: { file?: string; query?: string } = {}) {
  const params = file === undefined ? {} : { file };
  const response = await loader({ request: new Request(`${ORIGIN}/x${query}`), params, context });
  const { document } = new JSDOM(await response.text(), { contentType: 'application/xml' }).window;
  const all = (name: string) => [...document.querySelectorAll(name)].map((element) => element.textContent);
  return { root: document.documentElement, all };
}

describe('feeds', () => {
  it('give a topic by its titles and questions, newest first', async () => {
    const topic = await makeTopic();
    const thread = await makeThread(await makeMember(), {
      topic,
      title: 'A <b> & "c"',
      question: 'And \u0001 now? ]]>',
    });
    const { root, all } = await read(topicLoader, { file: `${topic}.atom` });
    expect(root.getAttribute('xml:lang')).toBe('en');
    expect(all('entry > title')).toEqual(['A &lt;b&gt; &amp; "c"']);
    expect(all('entry > summary')).toEqual(['And  now? ]]&gt;']);
    expect(all('entry > id')).toEqual([`${ORIGIN}/threads/${thread.id}/${thread.slug}`]);
    expect(all('updated').every((time) => time.endsWith(':00:00.000Z'))).toBe(true);
  });

  it('give the latest posts of a thread under the names that stand above them', async () => {
    const [author, answerer, moderator] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ role: 'moderator' }),
    ];
    const thread = await makeThread(author, { topic: await makeTopic(), body: 'Opening.' });
    const numbers = Array.from({ length: 23 }, (_, index) => index);
    const replies = [];
    for (const index of numbers)
      replies.push(await makeReply(answerer, thread.id, { body: `Reply ${index}`, as: 'pen-name' }));
    await hidePost(moderator, { id: replies[22]?.postId ?? '', reason: 'A name' });
    await hidePost(moderator, { id: replies[3]?.postId ?? '', reason: 'A name' });
    const { all } = await read(threadLoader, { file: `${thread.id}.atom` });
    const expected = numbers
      .filter((index) => index !== 3 && index !== 22)
      .slice(-20)
      .reverse();
    expect(all('entry > content')).toEqual(expected.map((index) => `<p>Reply ${index}</p>\n`));
    expect(new Set(all('entry > author > name'))).toEqual(new Set([answerer.penName]));
  });

  it('name an anonymous writer by the alias alone', async () => {
    const author = await makeMember();
    const thread = await makeThread(author, { topic: await makeTopic() });
    const { root } = await read(threadLoader, { file: `${thread.id}.atom` });
    expect(root.outerHTML).not.toContain(author.penName);
  });

  it('keep back the text behind a content warning, and say what it is about', async () => {
    const topic = await makeTopic();
    const given = { topic, contentWarning: 'Grief', body: 'canary one', question: 'canary two' };
    const thread = await makeThread(await makeMember(), given);
    const feeds = [
      await read(threadLoader, { file: `${thread.id}.atom` }),
      await read(topicLoader, { file: `${topic}.atom` }),
    ];
    for (const { root, all } of feeds) {
      expect(root.outerHTML).not.toContain('canary');
      expect(all('entry > summary')).toEqual(['Content warning: Grief']);
    }
  });

  it('say nothing but the title of a thread that is kept out of search engines', async () => {
    const topic = await makeTopic();
    const given = { topic, keepOut: 'on', body: 'canary one', question: 'canary two' };
    const thread = await makeThread(await makeMember(), given);
    for (const feed of [
      await read(threadLoader, { file: `${thread.id}.atom` }),
      await read(topicLoader, { file: `${topic}.atom` }),
    ]) {
      expect(feed.root.outerHTML).not.toContain('canary');
      expect(feed.all('entry > id')).toHaveLength(1);
    }
  });

  it('give the newest threads of the forum', async () => {
    const thread = await makeThread(await makeMember(), { topic: await makeTopic() });
    const { all } = await read(latestLoader);
    expect(all('entry > id')).toContain(`${ORIGIN}/threads/${thread.id}/${thread.slug}`);
  });

  it.each(['none.atom', 'aaaaaaaaaaaaaaaa', '.atom'])('do not exist for %s', async (file) => {
    await expect(read(topicLoader, { file })).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(threadLoader, { file })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what search engines are told', () => {
  it('lists every thread that anybody may read, and no other', async () => {
    const [author, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
    const topic = await makeTopic();
    const shown = await makeThread(author, { topic });
    const hidden = await makeThread(author, { topic });
    await hidePost(moderator, { id: hidden.openingId, reason: 'A name' });
    const { all } = await read(sitemapLoader);
    expect(all('loc')).toContain(`${ORIGIN}/threads/${shown.id}/${shown.slug}`);
    expect(all('loc')).toContain(`${ORIGIN}/topics/${topic}`);
    expect(all('loc').join()).not.toContain(hidden.id);
  });

  it('walks all threads in pages of any size', async () => {
    const author = await makeMember();
    const topic = await makeTopic();
    for (let index = 0; index < 5; index++) await makeThread(author, { topic });
    const all = await listThreadAddresses(GUEST, { limit: 1_000 });
    for (const limit of [2, all.length - 1, all.length, all.length + 1]) {
      const starts = [undefined, ...(await listThreadAddressPages(GUEST, { limit }))];
      const pages = await Promise.all(starts.map((after) => listThreadAddresses(GUEST, { after, limit })));
      expect(pages.flat()).toEqual(all);
      expect(pages.every((page) => page.length > 0)).toBe(true);
    }
  });

  it('refuses a part that is none of its own', async () => {
    await expect(read(sitemapLoader, { query: '?part=-1' })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('keeps robots from what is one’s own', async () => {
    const response = robotsLoader({ request: new Request(ORIGIN), params: {}, context });
    expect(await response.text()).toMatch(/Disallow: \/me\n[\s\S]*Sitemap: https:\/\/forum\.test\/sitemap\.xml\n$/);
  });

  it.each([
    ['', 'description'],
    ['?q=what+somebody+feared', 'robots'],
    ['?topic=gifts', 'robots'],
  ])('may find the search page, but not what was looked for with it: %s', async (query, tag) => {
    const found = await searchLoader({ request: new Request(`${ORIGIN}/search${query}`), params: {}, context });
    const tags = searchMeta({ data: found, matches: [], params: {}, location: {} as never, error: undefined });
    expect(tags).toContainEqual(expect.objectContaining({ name: tag }));
    expect(JSON.stringify(tags).includes('noindex')).toBe(query !== '');
  });
});
