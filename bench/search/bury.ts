import { randomTag } from '#app/domain/authorship/author.server.ts';
import { slugOf } from '#app/domain/threads/slug.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import type { WordChain } from './word-chain.ts';

/** Posts a thread, the opening among them. */
const POSTS = 4;
/** Threads written at once. */
const BATCH = 1_000;
const LENGTHS = { title: 14, shortest: 40, longest: 180 } as const;
const DAY_MS = 86_400_000;
const DAYS = 700;
const PERSPECTIVES = ['client', 'therapist', 'supervisor', 'social-worker'] as const;

type Rows = Record<'threads' | 'thread_scopes' | 'personas' | 'posts', Record<string, unknown>[]>;

/** Writes `posts` posts of the chain's words straight into the tables, four a thread, over the topics that are there. */
export async function bury(chain: WordChain, posts: number, random: () => number): Promise<void> {
  const topics = (await db.topic.findMany({ where: { groupId: { not: null } }, select: { id: true } })).map(
    ({ id }) => id,
  );
  for (let left = Math.ceil(posts / POSTS); left > 0; left -= BATCH) {
    const rows: Rows = { threads: [], thread_scopes: [], personas: [], posts: [] };
    for (let made = 0; made < Math.min(BATCH, left); made += 1) addThread(rows, chain, { topics, random });
    await insert(rows);
  }
  // As a server does by itself a little later.
  await db.$executeRawUnsafe('ANALYZE');
}

type Chance = { topics: readonly string[]; random: () => number };

function addThread(rows: Rows, chain: WordChain, { topics, random }: Chance): void {
  const [id, scope] = [newId(), newId()];
  const title = chain.sentence(LENGTHS.title);
  const opened = Date.UTC(2026, 0, 1) - Math.floor(random() * DAYS) * DAY_MS;
  const times = Array.from({ length: POSTS }, (_none, at) => new Date(opened + at * DAY_MS).toISOString());
  const perspectives = times.map(() => one(PERSPECTIVES, random));
  rows.threads.push({
    id,
    scope_id: scope,
    slug: slugOf(title),
    topic_id: one(topics, random),
    kind: 'dilemma',
    language: 'en',
    title,
    perspective: perspectives[0],
    state: 'published',
    last_number: POSTS,
    reply_count: POSTS - 1,
    client_replies: 0,
    practitioner_replies: 0,
    view_count: 0,
    created_at: times[0],
    last_activity_at: times.at(-1),
  });
  rows.thread_scopes.push({ thread_id: id, scope_id: scope });
  times.forEach((time, at) => {
    const persona = newId();
    const tag = () => `\\x${Buffer.from(randomTag()).toString('hex')}`;
    rows.personas.push({
      id: persona,
      scope_id: scope,
      seal: tag(),
      ledger_tag: tag(),
      alias: `Writer ${at}`,
      is_erased: false,
    });
    const text = chain.text(LENGTHS.shortest + Math.floor(random() * (LENGTHS.longest - LENGTHS.shortest)));
    rows.posts.push({
      id: newId(),
      thread_id: id,
      number: at + 1,
      persona_id: persona,
      perspective: perspectives[at],
      language: 'en',
      state: 'published',
      body: text,
      html: '',
      text,
      render_version: RENDER_VERSION,
      version: 1,
      created_at: time,
    });
  });
}

async function insert(rows: Rows): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    const columns = Object.keys(all[0] ?? {}).join(', ');
    await db.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      JSON.stringify(all),
    );
  }
}

function one<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
