import type { Suggestion } from '../engine.ts';
import { parseQuery } from '../parse-query.ts';
import { wordsOf } from '../words.ts';
import { compose } from './compose.ts';
import type { Connection } from './connection.ts';
import { multiSearch } from './multi-search.ts';
import { filterOfShare, sharesOf } from './shares.ts';
import type { EngineSynonyms } from './synonyms.ts';

const MOST_WORDS = 3;
/** Documents that words are taken from. */
const READ = 20;

type Titled = { threadId: string; title: string };

/** Threads whose titles hold every word typed so far, the last one as a beginning; then words to end the last one with. */
export async function suggest(
  connection: Connection,
  synonyms: EngineSynonyms,
  prefix: string,
  limit: number,
): Promise<Suggestion[]> {
  const parsed = parseQuery(prefix);
  const last = parsed.terms.at(-1);
  if (last === undefined) return [];
  const given = { parsed, synonyms, chosen: [], whole: false, backwards: false, worthOf: (at: number) => at };
  const shares = sharesOf(connection.languages.inUse, (language) => compose(given, language));
  const titles = shares.map((share) => ({
    q: share.q,
    filter: [...filterOfShare(share), 'opening = 1'],
    attributesToSearchOn: ['titleForms', 'titleWords'],
    attributesToRetrieve: ['threadId', 'title'],
    distinct: 'threadId',
    matchingStrategy: 'all' as const,
    limit,
  }));
  const words = last.unfinished && last.word.length > 1 ? [wordsBegunWith(last.word)] : [];
  const answers = await multiSearch<Titled & { body?: string }>(connection, [...titles, ...words]);
  const threads = answers.slice(0, titles.length).flatMap(({ hits }) => hits);
  const texts = answers
    .slice(titles.length)
    .flatMap(({ hits }) => hits.map(({ title, body = '' }) => `${title} ${body}`));
  return [
    ...new Map(threads.map(({ threadId, title }) => [threadId, { kind: 'thread' as const, threadId, title }])).values(),
    ...completionsIn(texts, last.word).map((word) => ({ kind: 'word' as const, word })),
  ].slice(0, limit);
}

function wordsBegunWith(beginning: string) {
  return {
    q: beginning,
    attributesToSearchOn: ['titleWords', 'bodyWords'],
    attributesToRetrieve: ['title', 'body'],
    distinct: 'threadId',
    limit: READ,
  };
}

/** The words in most of `texts` that begin with `beginning` and go on. */
function completionsIn(texts: readonly string[], beginning: string): string[] {
  const docs = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) {
      if (word.startsWith(beginning) && word !== beginning) docs.set(word, (docs.get(word) ?? 0) + 1);
    }
  }
  const best = [...docs].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return best.slice(0, MOST_WORDS).map(([word]) => word);
}
