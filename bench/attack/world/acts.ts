import type { Random } from '../random.ts';
import type { Browser, Fields, Page } from './browser.ts';
import { formsOf } from './forms.ts';
import type { Person } from './people.ts';
import { bodyOf, sentenceOf } from './words.ts';

/** Someone at their browser. */
export type Visitor = { person: Person; browser: Browser; random: Random };

/** A thread as the driver knows it. `writers`: who wrote in it as what. */
export type KnownThread = {
  id: string;
  slug: string;
  language: 'en' | 'nb';
  topic: string;
  lastNumber: number;
  at: number;
  writers: Map<number, 'anonymous' | 'pen-name'>;
};

export type Written = { threadId: string; slug: string; number: number; formKey: string };

const threadPath = ({ id, slug }: Pick<KnownThread, 'id' | 'slug'>): string => `/threads/${id}/${slug}`;

/** @throws when the answer is another: a world in which acts silently fail measures nothing. */
function expectStatus(page: Page, status: number, what: string): Page {
  if (page.status !== status)
    throw new Error(`${what}: ${page.status} ${page.text.replace(/<[^>]*>/g, ' ').slice(0, 500)}`);
  return page;
}

export async function join({ browser, person: { penName, password } }: Visitor): Promise<void> {
  expectStatus(await browser.post('/join', { penName, password }), 200, 'join');
}

export async function signIn({ browser, person: { penName, password } }: Visitor): Promise<void> {
  expectStatus(await browser.post('/sign-in', { penName, password }), 303, 'sign in');
}

export async function signOut({ browser }: Visitor): Promise<void> {
  expectStatus(await browser.post('/sign-out', {}), 303, 'sign out');
}

export async function readThread({ browser }: Visitor, thread: KnownThread): Promise<void> {
  expectStatus(await browser.get(threadPath(thread)), 200, `read ${threadPath(thread)}`);
}

export async function startThread(
  visitor: Visitor,
  { topic, as }: { topic: string; as: 'anonymous' | 'pen-name' },
): Promise<Written> {
  const { person, random } = visitor;
  const formKey = random.letters(16);
  const to = await publish(visitor, '/threads/new', {
    title: sentenceOf(random, person.language, 5),
    body: bodyOf(random, person.language),
    question: sentenceOf(random, person.language, 8),
    topic,
    kind: 'dilemma',
    language: person.language,
    perspective: perspectiveNow(random, person),
    as,
    formKey,
  });
  const [, threadId = '', slug = ''] = /^\/threads\/([^/]+)\/([^/?#]+)/.exec(to) ?? [];
  return { threadId, slug, number: 1, formKey };
}

export async function reply(
  visitor: Visitor,
  { thread, as }: { thread: KnownThread; as: 'anonymous' | 'pen-name' },
): Promise<Written> {
  const { person, random } = visitor;
  const formKey = random.letters(16);
  const to = await publish(visitor, threadPath(thread), {
    body: bodyOf(random, thread.language),
    perspective: perspectiveNow(random, person),
    as,
    formKey,
  });
  const number = Number(/#post-(\d+)$/.exec(to)?.[1]);
  return { threadId: thread.id, slug: thread.slug, number, formKey };
}

/** Adds a sentence to a post of one's own. False where it can no longer be edited. */
export async function editPost(visitor: Visitor, thread: KnownThread, number: number): Promise<boolean> {
  const id = await idOfPost(visitor.browser, thread, number);
  if (id === undefined) return false;
  const path = `/posts/${id}/edit`;
  const form = formsOf((await visitor.browser.get(path)).text, path).find(({ fields }) => 'version' in fields);
  if (form === undefined) return false;
  const body = `${form.fields['body'] ?? ''} ${sentenceOf(visitor.random, thread.language, 3)}`;
  await send(visitor, path, { ...form.fields, body });
  return true;
}

/** What a member keeps by the button on the thread's page. */
export async function followThread({ browser }: Visitor, { id }: KnownThread): Promise<void> {
  expectStatus(await browser.post(`/threads/${id}/follow`, { intent: 'follow' }), 303, 'follow');
}

/** Leaves a text for later, as the button beside "publish" does. */
export async function saveDraft(visitor: Visitor, thread: KnownThread): Promise<void> {
  const { random } = visitor;
  const fields = { body: bodyOf(random, thread.language), intent: 'draft', formKey: random.letters(16) };
  await send(visitor, threadPath(thread), fields);
}

/** Tells the moderators of a post; `word` finds the row again in the loot. False where the post cannot be flagged. */
export async function flagPost(
  { browser }: Visitor,
  { thread, number, word }: { thread: KnownThread; number: number; word: string },
): Promise<boolean> {
  const id = await idOfPost(browser, thread, number);
  if (id === undefined) return false;
  const page = await browser.post(`/posts/${id}/flag`, {
    intent: 'flag',
    reason: 'other',
    note: `Out of place ${word}`,
  });
  return page.status === 303;
}

/** Takes a post of one's own back. */
export async function erasePost({ browser }: Visitor, thread: KnownThread, number: number): Promise<boolean> {
  const id = await idOfPost(browser, thread, number);
  return id !== undefined && (await browser.post(`/posts/${id}/erase`, {})).status === 303;
}

/** A moderator takes a post away for a while; false where that is refused (the role rests, the post is gone). */
export async function hidePost({ browser }: Visitor, thread: KnownThread, number: number): Promise<boolean> {
  const id = await idOfPost(browser, thread, number);
  if (id === undefined) return false;
  const path = `/posts/${id}/moderate`;
  const hidden = await browser.post(path, { intent: 'hide', reason: 'Looked at once more' });
  if (hidden.status !== 303) return false;
  return (await browser.post(path, { intent: 'restore', reason: 'Nothing wrong with it' })).status === 303;
}

/** Pages of one's own, which change nothing. */
export async function lookAtOwnPages({ browser }: Visitor): Promise<void> {
  for (const path of ['/me/threads', '/inbox', '/me/drafts']) {
    expectStatus(await browser.get(path), 200, `look at ${path}`);
  }
}

/** As anybody learns it, from the public API. */
async function idOfPost(browser: Browser, { id }: KnownThread, number: number): Promise<string | undefined> {
  const page = await browser.get(`/api/v1/threads/${id}?after=${number - 1}&limit=1`);
  const { posts = [] } = JSON.parse(page.text) as { posts?: { id: string; number: number }[] };
  return posts.find((post) => post.number === number)?.id;
}

function perspectiveNow(random: Random, person: Person): string {
  return random.chance(0.55) ? person.perspective : 'undisclosed';
}

/** Sends what was written and gives where that led. */
async function publish(visitor: Visitor, path: string, fields: Fields): Promise<string> {
  return (await send(visitor, path, fields)).location ?? '';
}

/** Sends a composer's form. Whose session has ended meanwhile (the role changed) is answered with the text, signs in and sends it again. */
async function send(visitor: Visitor, path: string, fields: Fields): Promise<Page> {
  const page = await visitor.browser.post(path, fields);
  if (page.status !== 401) return expectStatus(page, 303, path);
  await signIn(visitor);
  return expectStatus(await visitor.browser.post(path, fields), 303, path);
}
