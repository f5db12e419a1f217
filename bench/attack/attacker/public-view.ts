import { grouped } from '../grouped.ts';
import { rowsOf, text, type Loot, type Row } from '../loot/loot.ts';

/** What every page shows of a post. */
export type PublicPost = {
  id: string;
  threadId: string;
  topic: string;
  number: number;
  language: string;
  perspective: string;
  /** The hour it was written in, in ms. */
  at: number;
};

/** An account as one knows it without the database: the pen name, what stands under it, the month it was made in. */
export type PublicAccount = { id: string; penName: string; month: number; posts: PublicPost[] };

/** An alias in its thread. */
export type PublicPersona = { id: string; threadId: string; posts: PublicPost[] };

/**
 * What one gets from the public pages, and from knowing the months in which the accounts were made. In an order that pages show as
 * well: random ids would put members into other parts in every run (cross-validation), and so give other figures.
 */
export type PublicView = { accounts: PublicAccount[]; personas: PublicPersona[] };

const HOUR = 3_600_000;

/**
 * The public part of the loot. Ids stand for what pages show in their place: an account's for its pen name, a persona's for its
 * alias and thread.
 */
export function publicView(loot: Loot): PublicView {
  const topicOf = new Map(rowsOf(loot, 'threads').map((thread) => [text(thread, 'id'), text(thread, 'topic_id')]));
  const shown = rowsOf(loot, 'posts').filter((post) => post['state'] === 'published');
  const byWriter = grouped(shown, (post) => post['author_id'] ?? post['persona_id'] ?? '');
  const postsOf = (writer: string): PublicPost[] =>
    (byWriter.get(writer) ?? []).map((post) => publicPost(post, topicOf)).sort((a, b) => a.at - b.at);
  const accounts = rowsOf(loot, 'accounts').map((row) => ({
    id: text(row, 'id'),
    penName: text(row, 'pen_name'),
    month: Date.parse(text(row, 'created_month')),
    posts: postsOf(text(row, 'id')),
  }));
  const personas = rowsOf(loot, 'personas').flatMap((row) => {
    const posts = postsOf(text(row, 'id'));
    const [first] = posts;
    return first ? [{ id: text(row, 'id'), threadId: first.threadId, posts, first }] : [];
  });
  return {
    accounts: accounts.sort((a, b) => (a.penName < b.penName ? -1 : 1)),
    personas: personas.sort((a, b) => a.first.at - b.first.at || a.first.number - b.first.number),
  };
}

function publicPost(row: Row, topicOf: ReadonlyMap<string, string>): PublicPost {
  const threadId = text(row, 'thread_id');
  return {
    id: text(row, 'id'),
    threadId,
    topic: topicOf.get(threadId) ?? '',
    number: Number(text(row, 'number')),
    language: text(row, 'language'),
    perspective: text(row, 'perspective'),
    at: Math.floor(Date.parse(text(row, 'created_at')) / HOUR) * HOUR,
  };
}

export function monthOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
