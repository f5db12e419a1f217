import { openDatabase, type Database } from '#prisma/client.ts';
import type { Ground } from './ground.ts';
import { WORDS } from './member.ts';

/** What belongs together and is written in one transaction: rows that stand without the others. */
const HALF_MADE: Readonly<Record<string, string>> = {
  'thread without its opening post':
    'SELECT 1 FROM threads t WHERE NOT EXISTS (SELECT FROM posts p WHERE p.thread_id = t.id AND p.number = 1)',
  'thread without a scope':
    'SELECT 1 FROM threads t WHERE NOT EXISTS (SELECT FROM thread_scopes s WHERE s.thread_id = t.id)',
  'thread that counts its posts wrongly': `
    SELECT 1 FROM threads t JOIN posts p ON p.thread_id = t.id GROUP BY t.id
    HAVING t.last_number <> max(p.number) OR t.last_number <> count(*) OR t.reply_count <> count(*) - 1`,
  'topic that counts its threads wrongly': `
    SELECT 1 FROM topics t LEFT JOIN topic_counts c ON c.topic_id = t.id WHERE coalesce(c.threads, 0) <>
      (SELECT count(*) FROM threads h WHERE h.topic_id = t.id AND h.state = 'published' AND h.merged_into_id IS NULL)`,
  'post by nobody': 'SELECT 1 FROM posts WHERE num_nonnulls(author_id, persona_id) <> 1',
  'post without its revision': `
    SELECT 1 FROM posts p
    WHERE NOT EXISTS (SELECT FROM revisions r WHERE r.post_id = p.id AND r.version = p.version AND r.body = p.body)`,
  'persona without a post': 'SELECT 1 FROM personas a WHERE NOT EXISTS (SELECT FROM posts p WHERE p.persona_id = a.id)',
  'account without a way in':
    'SELECT 1 FROM accounts a WHERE NOT EXISTS (SELECT FROM passwords w WHERE w.account_id = a.id)',
  'post that the search would never hear of': `
    SELECT 1 FROM posts p
    WHERE NOT EXISTS (SELECT FROM search_documents d WHERE d.id = p.id)
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.entity_id IN (p.id, p.thread_id))`,
};

/** Opens the database of `ground` for `work`. The forum must not run on an embedded one. */
export async function withDatabase<Result>(
  { databaseUrl, dataDir }: Ground,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** What is half-made, a word for each. */
export async function findHalfMade(database: Database): Promise<string[]> {
  const found = [];
  for (const [what, sql] of Object.entries(HALF_MADE)) {
    const { rows } = await database.query(sql);
    found.push(...rows.map(() => what));
  }
  return found;
}

/** Those of `words` that are not in exactly one post. */
export async function findNotOnce(database: Database, words: readonly string[]): Promise<string[]> {
  const { rows } = await database.query('SELECT body FROM posts');
  const times = new Map<string, number>();
  for (const { body } of rows as { body: string }[]) {
    for (const [word] of body.matchAll(WORDS)) times.set(word, (times.get(word) ?? 0) + 1);
  }
  return words.filter((word) => times.get(word) !== 1);
}
