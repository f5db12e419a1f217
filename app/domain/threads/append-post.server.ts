import { currentHour } from '#app/platform/clock.server.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import type { Author } from '../authorship/author.server.ts';
import { sideOf } from '../topics/perspectives.ts';
import type { OpeningContent } from './schema.ts';
import type { Admission } from './screening.ts';

export type NewPost = {
  author: Author;
  perspective: string;
  language: 'en' | 'nb';
  body: string;
  html: string;
  text: string;
  quoteOfId?: string | null;
  formKey: string;
  /** One that is held counts as no reply yet, and moves its thread nowhere. */
  state: Admission['state'];
  /** What the opening post holds beside its text: kept on its thread, and in each revision. */
  opening?: Omit<OpeningContent, 'body'>;
  /** Whether it may stand in a thread that is closed to replies. */
  despiteLock?: boolean;
};

/**
 * Puts a post under the next number of `threadId`, with its first revision, the thread's counters and the outbox row: one statement
 * (docs/decisions/103), so that it is whole by itself and fifty who write in one thread wait for nothing but the database.
 *
 * @returns null, and nothing is written, where the thread was merged away or is closed, or the persona was given up meanwhile.
 * @throws a unique violation of `formKey` where the same form was written before.
 */
export async function appendPost(
  tx: Transaction,
  threadId: string,
  post: NewPost,
): Promise<{ id: string; number: number } | null> {
  const id = newId();
  const at = currentHour();
  const { author, opening, state, quoteOfId = null, despiteLock = false } = post;
  const counted = countedAs(post);
  const rows = await tx.$queryRaw<{ number: number }[]>`
    WITH thread AS (
      UPDATE threads SET
        last_number = last_number + 1,
        state = CASE WHEN ${opening !== undefined} THEN ${state}::"ContentState" ELSE state END,
        last_activity_at = CASE WHEN ${counted.reply > 0} THEN ${at}::timestamptz ELSE last_activity_at END,
        reply_count = reply_count + ${counted.reply}::int,
        client_replies = client_replies + ${counted.client}::int,
        practitioner_replies = practitioner_replies + ${counted.practitioner}::int
      WHERE id = ${threadId} AND merged_into_id IS NULL AND (locked_at IS NULL OR ${despiteLock})
        AND NOT EXISTS (SELECT FROM personas WHERE id = ${author.personaId} AND is_erased)
      RETURNING last_number AS number
    ), post AS (
      INSERT INTO posts (id, thread_id, number, author_id, persona_id, perspective, language, state, body, html, text,
        render_version, quote_of_id, form_key, created_at)
      SELECT ${id}, ${threadId}, number, ${author.authorId}, ${author.personaId}, ${post.perspective},
        ${post.language}::"Language", ${state}::"ContentState", ${post.body}, ${post.html}, ${post.text},
        ${RENDER_VERSION}::int, ${quoteOfId}, ${post.formKey}, ${at}::timestamptz FROM thread
    ), revision AS (
      INSERT INTO revisions (id, post_id, version, body, title, content_warning, situation, what_i_have_tried, question, by,
        created_at)
      SELECT ${newId()}, ${id}, 1, ${post.body}, ${opening?.title ?? null}, ${opening?.contentWarning ?? null},
        ${opening?.situation ?? null}, ${opening?.whatIHaveTried ?? null}, ${opening?.question ?? null}, 'author',
        ${at}::timestamptz FROM thread
    ), noted AS (
      INSERT INTO outbox (id, entity, entity_id) SELECT ${newId()}, 'post', ${id} FROM thread
    )
    SELECT number FROM thread`;
  return rows[0] ? { id, number: rows[0].number } : null;
}

/** What the post adds to its thread's counters: a published reply counts, and by the side it speaks from. */
function countedAs({ opening, state, perspective }: NewPost): Record<'reply' | 'client' | 'practitioner', number> {
  const reply = opening === undefined && state === 'published' ? 1 : 0;
  const side = sideOf(perspective);
  return {
    reply,
    client: side === 'client' ? reply : 0,
    practitioner: side === 'practitioner' ? reply : 0,
  };
}
