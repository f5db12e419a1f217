import type { Suggestion } from '#search/engine.ts';
import { tokensOf } from '#search/words.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { threadPath, topicGroupPath, topicPath } from '#app/platform/urls.ts';
import type { Viewer } from '../identity/viewer.ts';
import { listedThreads } from '../threads/visibility.server.ts';
import { allNamesOf, textsOf } from '../topics/topic-ref.ts';
import { visibleTopics } from '../topics/visibility.server.ts';
import { askEngine } from './ask-engine.server.ts';
import { matchTopics, type NamedTopic } from './match-topics.ts';
import { isAnyChangeWaiting, withWaitingChanges } from './not-yet-unindexed.server.ts';

/** What somebody who is typing may mean: a place to go to, or the words finished. */
export type SearchSuggestion =
  /** `by`: the other name it was found by. */
  | { kind: 'topic'; name: string; by: string | null; url: string }
  | { kind: 'thread'; title: string; language: Language; url: string }
  /** All that was typed, its last word finished. */
  | { kind: 'words'; text: string };

const SHORTEST = 2;
/** An engine names threads first: asked for this many, it has room for words behind them. */
const ASKED = 10;
const MOST = { topics: 3, threads: 5, words: 3 } as const;

/**
 * Topics by their names and synonyms, threads by their titles, and words that the last one typed may become. Whether a thread
 * may be seen, and what it is called now, is decided from the database.
 */
export async function suggestSearches(viewer: Viewer, typed: string, language: Language): Promise<SearchSuggestion[]> {
  if (typed.trim().length < SHORTEST) return [];
  const [topics, { answer }, isWaiting] = await Promise.all([
    suggestTopics(viewer, typed, language),
    askEngine((engine) => engine.suggest(typed, ASKED)),
    isAnyChangeWaiting(),
  ]);
  return [...topics, ...(await suggestThreads(viewer, answer)), ...(isWaiting ? [] : suggestWords(typed, answer))];
}

async function suggestTopics(viewer: Viewer, typed: string, language: Language): Promise<SearchSuggestion[]> {
  const rows = await db.topic.findMany({
    where: { ...visibleTopics(viewer), isRetired: false },
    orderBy: { position: 'asc' },
    select: { slug: true, groupId: true, texts: true },
  });
  const topics = rows.map((row): NamedTopic & { name: string; url: string } => ({
    slug: row.slug,
    name: textsOf(row)[language].name,
    url: row.groupId === null ? topicGroupPath(row.slug) : topicPath(row.slug),
    names: allNamesOf(row, language),
  }));
  return matchTopics(topics, typed, MOST.topics).map(({ topic: { name, url }, by }) => {
    return { kind: 'topic', name, by, url };
  });
}

async function suggestThreads(viewer: Viewer, suggested: readonly Suggestion[]): Promise<SearchSuggestion[]> {
  const ids = suggested.flatMap((one) => (one.kind === 'thread' ? [one.threadId] : []));
  if (ids.length === 0) return [];
  const [rows, waiting] = await Promise.all([
    db.thread.findMany({
      where: { AND: [{ id: { in: ids } }, listedThreads(viewer)] },
      select: { id: true, slug: true, title: true, language: true },
    }),
    withWaitingChanges(ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids
    .filter((id) => !waiting.has(id))
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, MOST.threads)
    .map((row) => ({ kind: 'thread' as const, title: row.title, language: row.language, url: threadPath(row) }));
}

function suggestWords(typed: string, suggested: readonly Suggestion[]): SearchSuggestion[] {
  const last = tokensOf(typed).at(-1);
  if (last === undefined) return [];
  return suggested
    .flatMap((one) => (one.kind === 'word' ? [one.word] : []))
    .slice(0, MOST.words)
    .map((word) => ({ kind: 'words' as const, text: typed.slice(0, last.start) + word }));
}
