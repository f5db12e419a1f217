import { randomInt } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, type Fields, type Page } from '../../bench/attack/world/browser.ts';
import { startForum, type RunningForum } from '../../bench/attack/world/forum.ts';
import { openData, tableNames } from '../../bench/attack/loot/read-loot.ts';
import { MAY_SHOW, writtenForms, type Canary, type ViewerName } from './canaries.ts';
import { newFormKey } from '../steps.ts';
import type { SampleWorld } from './samples.ts';

/** A forum with something in it that must not be seen, and everybody's browser. */
export type PlantedForum = {
  viewers: Record<ViewerName, Browser>;
  world: SampleWorld;
  canaries: Canary[];
  close(): Promise<void>;
};

/** Mail is offered, and none leaves. */
const NOBODY_TAKES_MAIL = 'smtp://127.0.0.1:9';

type Someone = { name: ViewerName; penName: string; password: string; browser: Browser; codes: string[] };

/** Starts a forum of its own and lets people do in it all that leaves something to be hidden. */
export async function plantForum(): Promise<PlantedForum> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leak-crawl-'));
  const forum = await startForum({ dataDir, now: Date.now(), smtpUrl: NOBODY_TAKES_MAIL });
  const close = async (): Promise<void> => {
    await forum.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await fill(forum)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(forum: RunningForum): Promise<Omit<PlantedForum, 'close'>> {
  const author = await someone(forum, 'author');
  const other = await someone(forum, 'other identity');
  const member = await someone(forum, 'member');
  const moderator = await someone(forum, 'moderator');
  const administrator = await someone(forum, 'administrator');
  for (const { name, penName } of [moderator, administrator]) await forum.command('admin', 'grant', penName, name);
  for (const staff of [moderator, administrator]) await signIn(staff);
  const secret = Object.fromEntries(SECRET_WORDS.map((name) => [name, canaryWord()])) as Record<SecretWord, string>;

  const topic = await firstTopic(author.browser);
  const sealed = await startThread(author, { topic, as: 'anonymous', body: 'About a boundary that moved.' });
  const open = await startThread(other, { topic, as: 'pen-name', body: 'About another boundary.' });
  const answered = await reply(other, sealed, { as: 'anonymous', body: 'An answer under no name.' });
  const hidden = await reply(author, open, { as: 'anonymous', body: `Hidden: ${secret.hidden}.` });
  const cut = await reply(author, sealed, { as: 'anonymous', body: `The boundary in ${secret.cut} was kept.` });
  const erased = await reply(author, open, { as: 'anonymous', body: `Taken back: ${secret.erased}.` });
  await reply(other, open, { as: 'pen-name', body: 'Signed by a name.' });
  await post(author, `/posts/${answered}/flag`, { intent: 'flag', reason: 'other', note: secret.note });
  await post(author, `/threads/${sealed.id}/follow`, { intent: 'follow' });
  const address = `${secret.address}@example.org`;
  await post(author, '/me/settings/mail', { address, pace: 'daily', wasTold: 'on' });
  await post(author, `/threads/${sealed.id}/${sealed.slug}`, {
    intent: 'draft',
    body: secret.draft,
    formKey: newFormKey(),
  });
  await post(author, `/posts/${erased}/erase`, {});
  await post(moderator, `/posts/${hidden}/moderate`, { intent: 'hide', reason: 'It named a person' });
  await post(moderator, `/posts/${cut}/edit`, {
    version: '1',
    body: 'The boundary there was kept.',
    reason: 'A place',
  });
  const rules = '/moderation/word-rules?form=add';
  await post(administrator, rules, { pattern: `${HELD_WORD}*`, effect: 'hold', note: secret.ruleNote });
  await post(administrator, rules, { pattern: secret.rule, effect: 'warn', note: '' });
  await reply(author, open, { as: 'anonymous', body: `${HELD_WORD}s, and ${secret.held}.` });
  const about = { kind: 'bar', length: '7', reason: 'Once too often' };
  await post(moderator, `/posts/${answered}/writer`, about);
  await post(author, await pathOfDecision(author), { text: `Look again, ${secret.appeal}` });

  // One that waits, beside the one that the bar has answered.
  await post(other, `/posts/${cut}/flag`, { intent: 'flag', reason: 'identifying', note: secret.othersNote });

  const everybody = [author, other, member, moderator, administrator];
  const rows = await readRows(forum.dataDir);
  const posts = idsOf(rows, 'posts');
  const sessionIds = (rows.get('sessions') ?? []).map((row) =>
    Buffer.from(row['member_tag'] as Uint8Array).toString('base64url'),
  );
  return {
    viewers: {
      guest: new Browser(forum.origin),
      ...(Object.fromEntries(everybody.map(({ name, browser }) => [name, browser])) as Record<
        Exclude<ViewerName, 'guest'>,
        Browser
      >),
    },
    world: {
      threads: [sealed, open],
      posts,
      edited: cut,
      topic,
      queueItems: idsOf(rows, 'queue_items'),
      acts: idsOf(rows, 'moderation_actions'),
      penNames: everybody.map(({ penName }) => penName),
      sessionIds: sessionIds.slice(0, 2),
    },
    canaries: [
      ...personalCanaries(everybody, secret),
      ...storedCanaries(rows),
      ...bytesCanaries('SEAL_KEY', forum.sealKey),
    ],
  };
}

const SECRET_WORDS = [
  'hidden',
  'cut',
  'erased',
  'held',
  'rule',
  'ruleNote',
  'note',
  'othersNote',
  'draft',
  'address',
  'appeal',
] as const;
/** What a rule holds back, and what nobody else writes. */
const HELD_WORD = 'zeppelin';

type SecretWord = (typeof SECRET_WORDS)[number];

async function someone(forum: RunningForum, name: ViewerName): Promise<Someone> {
  const [penName, password] = [`pen${canaryWord()}`, `four plain words ${canaryWord()}`];
  const browser = new Browser(forum.origin);
  const page = await browser.post('/join', { penName, password });
  expectStatus(page, 200, 'join');
  const codes = [...new Set(page.text.match(/\b(?:[a-z2-7]{5}-){4}[a-z2-7]{6}\b/g))];
  if (codes.length !== 10) throw new Error(`The page after joining showed ${codes.length} recovery codes`);
  return { name, penName, password, browser, codes };
}

async function signIn({ browser, penName, password }: Someone): Promise<void> {
  // The role has changed meanwhile, which ended the first session.
  await browser.get('/');
  expectStatus(await browser.post('/sign-in', { penName, password }), 303, 'sign in');
}

async function firstTopic(browser: Browser): Promise<string> {
  const page = JSON.parse((await browser.get('/api/v1/topics')).text) as { groups: { topics: { slug: string }[] }[] };
  return page.groups[0]?.topics[0]?.slug ?? '';
}

/** Where somebody asks for a second look at the first decision that concerns them. */
async function pathOfDecision({ browser }: Someone): Promise<string> {
  const { text } = await browser.get('/me/appeals');
  return /href="(\/me\/appeals\/\w+)"/.exec(text)?.[1] ?? '';
}

type Writing = { as: 'anonymous' | 'pen-name'; body: string };

async function startThread(
  who: Someone,
  { topic, as, body }: Writing & { topic: string },
): Promise<{ id: string; slug: string }> {
  const fields = {
    title: 'A boundary',
    question: 'What would you do?',
    kind: 'dilemma',
    language: 'en',
    perspective: 'client',
  };
  const page = await post(who, '/threads/new', { ...fields, topic, as, body, formKey: newFormKey() });
  const [, id = '', slug = ''] = /^\/threads\/([^/]+)\/([^/?#]+)/.exec(page.location ?? '') ?? [];
  return { id, slug };
}

/** Gives the id of the new post. */
async function reply(who: Someone, thread: { id: string; slug: string }, { as, body }: Writing): Promise<string> {
  const fields = { as, body, perspective: 'client', formKey: newFormKey(), confirmSwitch: 'on' };
  const page = await post(who, `/threads/${thread.id}/${thread.slug}`, fields);
  const number = Number(/#post-(\d+)/.exec(page.location ?? '')?.[1]);
  const { posts } = JSON.parse((await who.browser.get(`/api/v1/threads/${thread.id}`)).text) as {
    posts: { id: string; number: number }[];
  };
  return posts.find((one) => one.number === number)?.id ?? '';
}

async function post({ browser }: Someone, path: string, fields: Fields): Promise<Page> {
  return expectStatus(await browser.post(path, fields), 303, path);
}

/** @throws when what should be planted is not: a crawl for canaries that are not there finds none. */
function expectStatus(page: Page, status: number, what: string): Page {
  if (page.status !== status)
    throw new Error(`${what}: ${page.status} ${page.text.replace(/<[^>]*>/g, ' ').slice(0, 400)}`);
  return page;
}

type Rows = Map<string, Record<string, unknown>[]>;

/** The rows of a running forum, out of a copy of its files. */
async function readRows(dataDir: string): Promise<Rows> {
  const copy = await mkdtemp(join(tmpdir(), 'leak-crawl-copy-'));
  try {
    await cp(join(dataDir, 'db'), join(copy, 'db'), { recursive: true });
    const database = await openData(copy);
    const rows: Rows = new Map();
    for (const name of await tableNames(database)) {
      rows.set(name, (await database.query<Record<string, unknown>>(`SELECT * FROM "${name}"`)).rows);
    }
    await database.close();
    return rows;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

const idsOf = (rows: Rows, table: string): string[] => (rows.get(table) ?? []).map((row) => String(row['id']));

/** Tables whose ids stand in addresses, or that hold nothing of anybody's. */
const PUBLIC_IDS = new Set([
  'threads',
  'posts',
  'topics',
  'settings',
  'search_documents',
  'search_texts',
  'thread_scopes',
  // Each row of the public log is known by its own.
  'moderation_actions',
]);

/** What is stored and may be seen, by some; all else of it by nobody. */
const STORED: Record<string, Canary['mayShow']> = {
  'flags.id': MAY_SHOW.staffAndArchive,
  'queue_items.id': MAY_SHOW.staffInModeration,
  'sanctions.id': MAY_SHOW.staffInModeration,
  'word_rules.id': MAY_SHOW.staffInModeration,
  'sessions.member_tag': MAY_SHOW.inListOfSessions,
};

/** Every id that is in no address, every scope, and every column of bytes. */
function storedCanaries(rows: Rows): Canary[] {
  const found: Canary[] = [];
  for (const [table, all] of rows) {
    for (const row of all) {
      for (const [column, value] of Object.entries(row)) {
        const kind = `${table}.${column}`;
        if (value instanceof Uint8Array) found.push(...bytesCanaries(kind, value));
        else if (typeof value === 'string' && isSecretId(table, column)) {
          found.push({ kind, text: value, mayShow: STORED[kind] ?? MAY_SHOW.nowhere });
        }
      }
    }
  }
  return found;
}

function isSecretId(table: string, column: string): boolean {
  if (/^(scope_id|token|token_hash)$/.test(column)) return true;
  return /^(account_id|author_id|persona_id|moderator_id)$/.test(column) || (column === 'id' && !PUBLIC_IDS.has(table));
}

function bytesCanaries(kind: string, bytes: Uint8Array): Canary[] {
  const mayShow = STORED[kind] ?? MAY_SHOW.nowhere;
  return writtenForms(bytes).map((text) => ({ kind, text, mayShow }));
}

function personalCanaries(everybody: readonly Someone[], secret: Record<SecretWord, string>): Canary[] {
  const never = (kind: string, text: string): Canary => ({ kind, text, mayShow: MAY_SHOW.nowhere });
  const personal = everybody.flatMap(({ name, penName, password, codes, browser }) => [
    ...(name === 'other identity' ? [] : [{ kind: 'pen name', text: penName, mayShow: MAY_SHOW.penNameOf(name) }]),
    never('password', password),
    never('session token', browser.token ?? ''),
    ...codes.flatMap((code) => [never('recovery code', code), never('recovery code', code.replaceAll('-', ''))]),
  ]);
  return [
    ...personal,
    { kind: 'hidden text', text: secret.hidden, mayShow: MAY_SHOW.writerAndStaff('author') },
    { kind: 'text that a moderator took away', text: secret.cut, mayShow: MAY_SHOW.writerAndStaff('author') },
    { kind: 'held text', text: secret.held, mayShow: MAY_SHOW.writerAndStaff('author') },
    { kind: 'a word rule', text: secret.rule, mayShow: MAY_SHOW.staffInModeration },
    { kind: "a word rule's note", text: secret.ruleNote, mayShow: MAY_SHOW.staffInModeration },
    { kind: "a flag's note", text: secret.note, mayShow: MAY_SHOW.writerAndStaff('author') },
    { kind: "a flag's note", text: secret.othersNote, mayShow: MAY_SHOW.writerAndStaff('other identity') },
    { kind: 'what an appeal says', text: secret.appeal, mayShow: MAY_SHOW.staffInModeration },
    { kind: 'draft', text: secret.draft, mayShow: MAY_SHOW.only('author') },
    { kind: 'where to write to', text: secret.address, mayShow: MAY_SHOW.only('author') },
    never('erased text', secret.erased),
  ];
}

/** No language has it: what is found is the canary. */
const canaryWord = (): string => Array.from({ length: 12 }, () => 'bdfgkmprtvxz'.charAt(randomInt(12))).join('');
