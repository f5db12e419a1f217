import { db } from '#app/platform/db.server.ts';
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import { makeMember, makeTopic } from '../seal/many-personas.ts';

export const POSTS_A_THREAD = 20;
const WORDS = 110;
/** Threads of the member who reads. */
const OWN = 20;

/** What is asked for in the benchmark. */
export type Filled = { threadPath: string; token: string; posts: number };

/**
 * A forum of threads of twenty posts, `others` of them by somebody else, each told apart by a word of its own; and somebody who is signed in, has
 * written in some of the threads and follows them.
 */
export async function fill(others: number): Promise<Filled> {
  const topicId = await makeTopic();
  await makeMember({ threads: others, as: 'anonymous' }, topicId);
  const { token } = await makeMember({ threads: OWN, as: 'anonymous' }, topicId);
  await db.$executeRaw`
    INSERT INTO posts (id, thread_id, number, persona_id, perspective, language, body, html, text, render_version, created_at)
    SELECT substr(translate(md5(p.id || n), '0189', 'ghij'), 1, 16), p.thread_id, n, p.persona_id, p.perspective, p.language,
      ${text()} || p.id, '<p>' || ${text()} || p.id || '</p>', ${text()} || p.id, ${RENDER_VERSION}, p.created_at
    FROM posts p, generate_series(2, ${POSTS_A_THREAD}::int) n`;
  await db.$executeRaw`
    UPDATE threads SET title = 'What do I owe them after ' || id, last_number = ${POSTS_A_THREAD}, reply_count = ${POSTS_A_THREAD - 1}`;
  await db.$executeRawUnsafe('ANALYZE');
  await rebuildIndex();
  const { id, slug } = await db.thread.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true, slug: true } });
  return { threadPath: `/threads/${id}/${slug}`, token, posts: await db.post.count() };
}

function text(): string {
  const sentence = 'I keep turning over what I owe them and what I owe the people who never hear of it. ';
  return sentence.repeat(Math.ceil(WORDS / sentence.split(' ').length));
}
