import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts';
import { db } from '#app/platform/db.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';

export const POSTS_A_THREAD = 20;
/** Personas of a thread, who write in turns. */
const WRITERS = 4;
/** Hours over which threads were begun: two years. */
const HOURS = 17_520;
/** Different words of all texts, beside those that every text has. */
const VOCABULARY = 20_000;

/** A new id of sixteen letters and figures, as `newId` makes them. */
const ID = `substr(translate(md5(random()::text || random()::text), '0189', 'ghij'), 1, 16)`;

/** Eight words of the vocabulary, other ones for each `row`. */
const words = (
  row: string,
) => `(SELECT string_agg(translate(md5((random() * ${VOCABULARY})::int::text), '0123456789', 'ghijklmnop'), ' ')
  FROM generate_series(1, 8) WHERE ${row} IS NOT NULL)`;

const STATEMENTS = (topicId: string, threads: number) => [
  `INSERT INTO threads (id, scope_id, slug, topic_id, kind, language, title, perspective, last_number, reply_count, created_at, last_activity_at)
   SELECT ${ID}, ${ID}, 'measured', '${topicId}', 'discussion', 'en', 'What do I owe ' || ${words('n')}, 'client', ${POSTS_A_THREAD},
     ${POSTS_A_THREAD - 1}, began.at, began.at
   FROM generate_series(1, ${threads}) n, LATERAL (SELECT date_trunc('hour', now()) - n % ${HOURS} * interval '1 hour') began(at)`,
  `INSERT INTO thread_scopes (thread_id, scope_id)
   SELECT id, scope_id FROM threads t WHERE NOT EXISTS (SELECT FROM thread_scopes s WHERE s.thread_id = t.id)`,
  `INSERT INTO personas (id, scope_id, seal, ledger_tag, alias)
   SELECT ${ID}, t.scope_id, sha256(('seal' || t.id || n)::bytea), sha256(('ledger' || t.id || n)::bytea), 'Quiet Heron ' || n
   FROM threads t, generate_series(1, ${WRITERS}) n WHERE NOT EXISTS (SELECT FROM posts p WHERE p.thread_id = t.id)`,
  `INSERT INTO posts (id, thread_id, number, persona_id, perspective, language, body, html, text, render_version, created_at)
   SELECT ${ID}, t.id, n, a.id, 'client', 'en', said.text, '<p>' || said.text || '</p>', said.text, ${RENDER_VERSION}, t.created_at
   FROM threads t, generate_series(1, ${POSTS_A_THREAD}) n, personas a, LATERAL (
     SELECT repeat('I keep turning over what I owe them and what I owe the people who never hear of it. ', 5) || ${words('n')}) said(text)
   WHERE a.scope_id = t.scope_id AND a.alias = 'Quiet Heron ' || n % ${WRITERS} + 1
     AND NOT EXISTS (SELECT FROM posts p WHERE p.thread_id = t.id)`,
  'ANALYZE',
];

/** Writes threads under the topic, in the database itself, until there are `posts` posts, and indexes them. */
export async function topUp(topicId: string, posts: number): Promise<void> {
  const threads = Math.ceil((posts - (await db.post.count())) / POSTS_A_THREAD);
  if (threads <= 0) return;
  for (const statement of STATEMENTS(topicId, threads)) await db.$executeRawUnsafe(statement);
  await rebuildIndex();
  // What a server does by itself some minutes after so much was written, and what would count with the pages otherwise.
  await db.$executeRawUnsafe('VACUUM ANALYZE');
}
