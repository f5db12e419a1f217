import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { excerptOf } from '../../posts/post-view.server.ts';
import { getSettings } from '../../settings/settings.server.ts';
import { requireRight } from '../rights.ts';
import { closingChoiceOf, type ClosingChoice } from './closing-days.ts';

/** Of a thread what its workbench shows beside what everybody sees. */
export type ThreadAtWork = {
  /** The end of the last day on which it stands on top; null when it does not. */
  pinnedUntil: Date | null;
  closing: ClosingChoice;
  /** Days of silence after which other threads lock themselves; null for never. */
  forumClosesAfter: number | null;
  /** The number of its newest post. */
  lastNumber: number;
};

/** @throws DomainError not-allowed. */
export async function getThreadAtWork(member: Member, id: string): Promise<ThreadAtWork> {
  requireRight(member, 'lockThread');
  const [row, { closeAfterDays }] = await Promise.all([
    db.thread.findUniqueOrThrow({
      where: { id },
      select: { pinnedUntil: true, closesAfterDays: true, lastNumber: true },
    }),
    getSettings(),
  ]);
  const { pinnedUntil, closesAfterDays, lastNumber } = row;
  return {
    pinnedUntil: pinnedUntil !== null && pinnedUntil > now() ? pinnedUntil : null,
    closing: closingChoiceOf(closesAfterDays),
    forumClosesAfter: closeAfterDays,
    lastNumber,
  };
}

/** A reply as it is chosen from a list: its first words. */
export type ReplyLine = { number: number; name: string; state: string; text: string; language: Language };

/** Characters of a reply in that list. */
const FIRST_WORDS = 140;

/** All replies of a thread in their order, however many. @throws DomainError not-allowed. */
export async function listRepliesToSplit(member: Member, threadId: string): Promise<ReplyLine[]> {
  requireRight(member, 'splitThread');
  const replies = await db.$queryRaw<ReplyLine[]>`
    SELECT posts.number, posts.state::text AS state, posts.language::text AS language, left(posts.text, ${2 * FIRST_WORDS}::int) AS text,
      coalesce(personas.alias, accounts.pen_name) AS name
    FROM posts
    LEFT JOIN personas ON personas.id = posts.persona_id
    LEFT JOIN accounts ON accounts.id = posts.author_id
    WHERE posts.thread_id = ${threadId} AND posts.number > 1 ORDER BY posts.number`;
  return replies.map((reply) => ({ ...reply, text: excerptOf(reply.text, FIRST_WORDS) }));
}
