import { worthOf } from '../plan.ts';
import { basicForm } from './basic-form.ts';
import type { Connection } from './connection.ts';
import { multiSearch } from './multi-search.ts';
import { LANGUAGES } from './synonyms.ts';

type Count = { word: string; q: string; filter: string[] };

/** What finding each word is worth: the fewer documents hold it, or what it may be a slip of, the more. */
export async function worthsOf(
  connection: Connection,
  words: readonly string[],
  filter: readonly string[] = [],
): Promise<Map<string, number>> {
  const asked = words.flatMap((word) => countsOf(word, filter));
  const questions = [{ q: '', filter: [...filter] }, ...asked].map(({ q, filter: filters }) => ({
    q,
    filter: filters,
    limit: 0,
    facets: ['opening'],
  }));
  const answers = await multiSearch<object>(connection, questions);
  // The number of hits is cut off early; that of a facet's values is not.
  const docs = answers.map(({ facets }) =>
    Object.values(facets['opening'] ?? {}).reduce((sum, count) => sum + count, 0),
  );
  const [documents = 0, ...counts] = docs;
  const found = new Map<string, number>();
  for (const [at, { word }] of asked.entries()) found.set(word, (found.get(word) ?? 0) + (counts[at] ?? 0));
  return new Map([...found].map(([word, count]) => [word, count === 0 ? 0 : worthOf(count, documents)]));
}

/** Documents of each language are asked for the form that the word has in it; for one that is the same in all, all at once. */
function countsOf(word: string, filter: readonly string[]): Count[] {
  const forms = LANGUAGES.map((language) => ({ language, q: `${basicForm(word, language)} ` }));
  const [first] = forms;
  if (first && forms.every(({ q }) => q === first.q)) return [{ word, q: first.q, filter: [...filter] }];
  return forms.map(({ language, q }) => ({ word, q, filter: [...filter, `language = ${language}`] }));
}
