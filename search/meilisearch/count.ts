import type { DocumentLanguage } from '../engine.ts';
import { worthOf } from '../plan.ts';
import { basicForm } from './basic-form.ts';
import type { Connection } from './connection.ts';
import { multiSearch, type Ask } from './multi-search.ts';
import { filterOfShare, sharesOf } from './shares.ts';

type Count = { word: string; q: string; filter: string[] };

/** How many documents there are stands at the empty word. */
const ALL = '';

/** Among which documents is counted, and how the server is asked. */
type Counting = { filter: readonly string[]; ask: Ask };

/** What finding each word is worth: the fewer documents hold it, or what it may be a slip of, the more. */
export async function worthsOf(
  connection: Connection,
  words: readonly string[],
  { filter = [], ask = (questions) => multiSearch(connection, questions) }: Partial<Counting> = {},
): Promise<Map<string, number>> {
  const docs = await docsOf(connection, [ALL, ...words], { filter, ask });
  const documents = docs.get(ALL) ?? 0;
  return new Map(words.map((word) => [word, docs.get(word) ? worthOf(docs.get(word) ?? 0, documents) : 0]));
}

/** In how many documents each word is. */
async function docsOf(
  connection: Connection,
  words: readonly string[],
  counting: Counting,
): Promise<Map<string, number>> {
  // Of some documents alone it is another count.
  if (counting.filter.length > 0) return count(connection, words, counting);
  const { commonWords } = connection;
  const known = new Map(
    words.flatMap((word) => {
      const docs = commonWords.docsOf(word);
      return docs === undefined ? [] : [[word, docs] as const];
    }),
  );
  const unknown = words.filter((word) => !known.has(word));
  const counted = await count(connection, unknown, counting);
  for (const [word, docs] of counted) commonWords.note(word, docs);
  return new Map([...known, ...counted]);
}

async function count(
  connection: Connection,
  words: readonly string[],
  { filter, ask }: Counting,
): Promise<Map<string, number>> {
  const asked = words.flatMap((word) => countsOf(word, filter, connection.languages.inUse));
  const questions = asked.map(({ q, filter: filters }) => ({ q, filter: filters, limit: 0, facets: ['opening'] }));
  const answers = await ask<object>(questions);
  const docs = new Map<string, number>();
  for (const [at, { word }] of asked.entries()) {
    // The number of hits is cut off early; that of a facet's values is not.
    const found = Object.values(answers[at]?.facets['opening'] ?? {}).reduce((sum, hits) => sum + hits, 0);
    docs.set(word, (docs.get(word) ?? 0) + found);
  }
  return docs;
}

function countsOf(word: string, filter: readonly string[], languages: readonly DocumentLanguage[]): Count[] {
  const shares = sharesOf(languages, (language) => (word === ALL ? '' : `${basicForm(word, language)} `));
  return shares.map((share) => ({ word, q: share.q, filter: [...filter, ...filterOfShare(share)] }));
}
