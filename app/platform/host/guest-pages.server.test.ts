import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeContext } from '#prisma/factories/context.ts';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { forgetCommonVerifications } from '#app/domain/authorship/verification.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';
import { hidePost, restorePost } from '#app/domain/moderation/hide-post.server.ts';
import { lockThread } from '#app/domain/moderation/lock-thread.server.ts';
import { settingsSchema } from '#app/domain/settings/schema.ts';
import { setClock } from '../clock.server.ts';
import { currentDatabase, db } from '../db.server.ts';
import { watchWrites } from '../page-record.server.ts';
import { GuestPages } from './guest-pages.server.ts';
import { type KeptPage } from './kept-page.server.ts';
import { KEPT, sharedAddress } from './kept-pages.ts';
import { pageTag } from './page-tag.ts';
import { learnToldTables } from './told-tables.server.ts';
import type { Answer } from './send.server.ts';

type RouteModule = { loader?: (args: LoaderFunctionArgs) => unknown };
const MODULES = import.meta.glob<RouteModule>('../../routes/*.{ts,tsx}');

let pages: GuestPages;
let moderator: Member;
let author: Member;
const world = { topic: '', thread: '', slug: '', opening: '', reply: '', other: '' };

beforeAll(async () => {
  await learnToldTables(currentDatabase());
  pages = await GuestPages.open(currentDatabase(), { accounts: forgetCommonVerifications });
  [moderator, author] = [await makeMember({ role: 'moderator' }), await makeMember()];
  world.topic = await makeTopic();
  const { id, slug, openingId } = await makeThread(author, { topic: world.topic, as: 'pen-name' });
  const { postId } = await makeReply(author, id, { as: 'pen-name' });
  const other = await makeThread(author, { topic: await makeTopic() });
  Object.assign(world, { thread: id, slug, opening: openingId, reply: postId, other: other.id });
});

afterAll(() => pages.close());

type Sample = { route: string; path: () => string; params?: () => Record<string, string> };

/** Every address that is kept, and the route that answers it. */
const SAMPLES: readonly Sample[] = [
  { route: '_index', path: () => '/' },
  { route: 'topics.$slug', path: () => `/topics/${world.topic}`, params: () => ({ slug: world.topic }) },
  {
    route: 'threads.$id.($slug)',
    path: () => `/threads/${world.thread}/${world.slug}`,
    params: () => ({ id: world.thread, slug: world.slug }),
  },
  { route: 'posts.$id._index', path: () => `/posts/${world.reply}`, params: () => ({ id: world.reply }) },
  { route: 'members.$penName', path: () => `/members/${author.penName}`, params: () => ({ penName: author.penName }) },
  ...['guidelines', 'privacy', 'help-now', 'keys'].map((route) => ({ route, path: () => `/${route}` })),
  ...['robots.txt', 'sitemap.xml', 'manifest.webmanifest'].map((file) => ({
    route: file.replace('.', '[.]'),
    path: () => `/${file}`,
  })),
  { route: 'moderation.log', path: () => '/moderation/log' },
  ...['latest', 'moderation-log'].map((name) => ({ route: `feeds.${name}[.]atom`, path: () => `/feeds/${name}.atom` })),
  {
    route: 'feeds.topics.$file',
    path: () => `/feeds/topics/${world.topic}.atom`,
    params: () => ({ file: `${world.topic}.atom` }),
  },
  {
    route: 'feeds.threads.$file',
    path: () => `/feeds/threads/${world.thread}.atom`,
    params: () => ({ file: `${world.thread}.atom` }),
  },
  { route: 'api.v1.topics', path: () => '/api/v1/topics' },
  { route: 'api.v1.threads._index', path: () => '/api/v1/threads' },
  { route: 'api.v1.threads.$id', path: () => `/api/v1/threads/${world.thread}`, params: () => ({ id: world.thread }) },
  { route: 'api.v1.posts.$id', path: () => `/api/v1/posts/${world.reply}`, params: () => ({ id: world.reply }) },
  { route: 'api.v1.openapi[.]json', path: () => '/api/v1/openapi.json' },
];

/** What can happen to what pages show; each once, in this order. */
const CHANGES: readonly { name: string; happen: () => Promise<unknown> }[] = [
  { name: 'a reply', happen: () => makeReply(author, world.thread, { as: 'pen-name' }) },
  { name: 'a thread elsewhere', happen: async () => makeThread(author, { topic: await makeTopic() }) },
  { name: 'a post is hidden', happen: () => hidePost(moderator, { id: world.reply, reason: 'Names a person' }) },
  { name: 'a post is restored', happen: () => restorePost(moderator, { id: world.reply, reason: 'It names nobody' }) },
  { name: 'a thread is locked', happen: () => lockThread(moderator, { id: world.thread, reason: 'Goes round' }) },
  { name: 'a title', happen: () => change('threads', { title: 'Another title' }, world.thread) },
  {
    name: 'a text, without the program',
    happen: () => change('posts', { html: '<p>other</p>', text: 'other' }, world.reply),
  },
  { name: 'a pen name', happen: () => change('accounts', { pen_name: `${author.penName} ` }, author.accountId) },
  {
    name: 'the words of a topic',
    happen: () => db.$executeRaw`UPDATE topics SET texts = replace(texts::text, 'About', 'Of')::jsonb`,
  },
];

describe.each(CHANGES)('after $name', ({ happen }) => {
  test('every kept page says what one made anew says', async () => {
    for (const sample of SAMPLES) await read(sample);
    await happen();
    await pages.settle();
    for (const sample of SAMPLES) {
      const [kept, anew] = [await read(sample), await make(sample)];
      expect({ route: sample.route, says: bodyOf(kept) }).toEqual({ route: sample.route, says: bodyOf(anew) });
    }
  });
});

test('each kind of address that is kept is among those tried, and none of them reads what nobody tells of', async () => {
  const paths = SAMPLES.map(({ path }) => path());
  expect(KEPT.filter((pattern) => !paths.some((path) => pattern.test(path)))).toEqual([]);
  for (const sample of SAMPLES) {
    await read(sample);
    await untilFound(sample);
  }
});

test('a page stays when something happens in another thread and topic', async () => {
  const [thread, list] = [SAMPLES[2], SAMPLES[1]] as [Sample, Sample];
  for (const sample of [thread, list]) await read(sample);
  await makeReply(author, world.other);
  await pages.settle();
  await untilFound(thread);
  await untilFound(list);
});

test('nothing is kept beyond the hour in which its words were true', async () => {
  const sample = SAMPLES[0] as Sample;
  await read(sample);
  await untilFound(sample);
  const asked = { url: sample.path(), method: 'GET', headers: {} };
  setClock(() => Date.now() + 3_600_000);
  expect(pages.find(asked)).toBeUndefined();
  setClock();
});

test('who shows a session is not answered from memory', async () => {
  await read(SAMPLES[0] as Sample);
  const headers = { cookie: '__Host-session=anything' };
  expect(pages.find({ url: '/', method: 'GET', headers })).toBeUndefined();
  expect(
    await pages.answer({ url: '/', method: 'GET', headers }, () => Promise.reject(new Error('made'))),
  ).toBeUndefined();
});

test('with a query key that nobody knows a page is made once for all who ask meanwhile, and not kept', async () => {
  const sample = SAMPLES[0] as Sample;
  const asked = { url: '/?unknown=1', method: 'GET', headers: {} };
  let times = 0;
  const made = () => {
    times++;
    return make(sample);
  };
  await read(sample);
  await untilFound(sample);
  const [one, two] = await Promise.all([pages.answer(asked, made), pages.answer(asked, made)]);
  expect(times).toBe(1);
  expect(bodyOf(two)).toBe(bodyOf(one));
  await untilFound(sample);
  expect(pages.find(asked)).toBeUndefined();
});

test('what takes something away is waited for, what only adds is not', async () => {
  const adding = await watchWrites(() => makeReply(author, world.other));
  expect(adding.tookAway).toBe(false);
  const hiding = await watchWrites(() => hidePost(moderator, { id: adding.made.postId, reason: 'Names a person' }));
  expect(hiding.tookAway).toBe(true);
});

/** As a guest gets it: from memory, or made and kept. */
async function read(sample: Sample): Promise<KeptPage | Answer | undefined> {
  const asked = { url: sample.path(), method: 'GET', headers: {} };
  expect(sharedAddress(asked.url)).toEqual({ address: asked.url, isKept: true });
  return pages.find(asked) ?? (await pages.answer(asked, () => make(sample)));
}

/**
 * A page that is kept is not shown while the database has not been heard from for a second, which happens on a busy machine: one that is not kept
 * is never found, for nothing is made here.
 */
async function untilFound({ route, path }: Sample): Promise<void> {
  const isFound = () => pages.find({ url: path(), method: 'GET', headers: {} }) !== undefined;
  await vi.waitFor(() => expect({ route, isFound: isFound() }).toEqual({ route, isFound: true }), { timeout: 30_000 });
}

async function make({ route, path, params }: Sample): Promise<Answer> {
  const module = (await MODULES[`../../routes/${route}.tsx`]?.()) ?? (await MODULES[`../../routes/${route}.ts`]?.());
  const context = makeContext('https://forum.test', { forum: settingsSchema.parse({}) });
  const request = new Request(`https://forum.test${path()}`);
  const said = await ask(() => module?.loader?.({ request, params: params?.() ?? {}, context }));
  const body = Buffer.from(said.text);
  return { status: said.status, headers: new Headers({ 'Cache-Control': 'no-cache', ETag: pageTag(body, '') }), body };
}

async function ask(load: () => unknown): Promise<{ status: number; text: string }> {
  try {
    const found = await load();
    if (found instanceof Response) return { status: found.status, text: await found.text() };
    return { status: 200, text: JSON.stringify(found) };
  } catch (thrown) {
    return { status: 404, text: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function bodyOf(answer: KeptPage | Answer | undefined): string {
  return answer?.body.toString() ?? '';
}

async function change(table: string, columns: Record<string, string>, id: string): Promise<void> {
  const set = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
  await db.$executeRawUnsafe(`UPDATE ${table} SET ${set.join(', ')} WHERE id = $1`, id, ...Object.values(columns));
}
