import { randomTag } from '#app/domain/authorship/author.server.ts';
import { slugOf } from '#app/domain/threads/slug.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import type { Corpus } from './corpus.ts';
import { WordChain, randomFrom } from './word-chain.ts';

/** Posts a thread, the opening among them. */
const POSTS = 4;
/** Threads written at once. */
const BATCH = 1_000;
/** Words of a title, at least. */
const SHORTEST_TITLE = 4;
const SEED = 20_261_122;
const DAY_MS = 86_400_000;
const DAYS = 700;
const PERSPECTIVES = ['client', 'therapist', 'supervisor', 'social-worker'] as const;

type Rows = Record<'threads' | 'thread_scopes' | 'personas' | 'posts', Record<string, unknown>[]>;

/**
 * Writes `posts` posts of the corpus's words straight into the tables, four a thread, over the topics that are there. Titles, openings and
 * replies are as long as those of the corpus.
 */
export async function bury(corpus: Corpus, posts: number): Promise<void> {
  const source = sourceOf(corpus, randomFrom(SEED));
  const topics = (await db.topic.findMany({ where: { groupId: { not: null } }, select: { id: true } })).map(
    ({ id }) => id,
  );
  for (let left = Math.ceil(posts / POSTS); left > 0; left -= BATCH) {
    const rows: Rows = { threads: [], thread_scopes: [], personas: [], posts: [] };
    for (let made = 0; made < Math.min(BATCH, left); made += 1) addThread(rows, source, topics);
    await insert(rows);
  }
  // As a server does by itself a little later.
  await db.$executeRawUnsafe('ANALYZE');
}

/** What the posts are made of. */
type Source = { random: () => number; title: () => string; opening: () => string; reply: () => string };

function sourceOf({ titles, openings, replies }: Corpus, random: () => number): Source {
  const chain = new WordChain([...titles, ...openings, ...replies], random);
  const likeOneOf = (texts: readonly string[]) => one(texts, random)?.split(/\s+/).length ?? 0;
  return {
    random,
    title: () => chain.sentence(Math.max(SHORTEST_TITLE, likeOneOf(titles))),
    opening: () => chain.text(likeOneOf(openings)),
    reply: () => chain.text(likeOneOf(replies)),
  };
}

function addThread(rows: Rows, { random, ...source }: Source, topics: readonly string[]): void {
  const [id, scope] = [newId(), newId()];
  const title = source.title();
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
    const text = at === 0 ? source.opening() : source.reply();
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
