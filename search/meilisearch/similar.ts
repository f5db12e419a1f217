import type { SimilarThread } from '../engine.ts';
import { isGlue } from '../glue-words.ts';
import { wordsOf } from '../words.ts';
import { basicForm } from './basic-form.ts';
import type { Connection } from './connection.ts';
import { worthsOf } from './count.ts';
import { quoted } from './filter.ts';
import { multiSearch } from './multi-search.ts';
import { LANGUAGES } from './synonyms.ts';

/** Words that two threads are compared by: those of the text that tell the most. */
const MOST_WORDS = 8;
/** Words of a long text that are looked at for them, from its beginning. */
const WORDS_READ = 40;
/** Threads that are compared. */
const COMPARED = 40;

type Opening = { threadId: string; title: string; body: string };
/** A word of the text, with what sharing it is worth. */
type Telling = { forms: readonly string[]; worth: number };

/** Threads whose openings share at least two telling words with a text or a thread, those that share the most first. */
export async function findSimilar(
  connection: Connection,
  to: { text: string } | { threadId: string },
  limit: number,
): Promise<SimilarThread[]> {
  const text = 'text' in to ? to.text : await openingText(connection, to.threadId);
  const telling = await tellingWords(connection, text);
  if (telling.length === 0) return [];
  const openings = await openingsWith(connection, telling, 'threadId' in to ? to.threadId : null);
  return openings
    .map(({ threadId, title, body }) => ({ threadId, title, ...likeness(telling, title, body) }))
    .filter(({ shared }) => shared >= Math.min(2, telling.length))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ threadId, title }) => ({ threadId, title }));
}

async function openingText(connection: Connection, threadId: string): Promise<string> {
  const question = { q: '', filter: [`threadId = ${quoted(threadId)} AND opening = 1`], limit: 1 };
  const [answer] = await multiSearch<Opening>(connection, [{ ...question, attributesToRetrieve: ['title', 'body'] }]);
  const [opening] = answer?.hits ?? [];
  return opening ? `${opening.title} ${opening.body}` : '';
}

/** The rarest words of the text that any opening holds. */
async function tellingWords(connection: Connection, text: string): Promise<Telling[]> {
  const words = [...new Set(wordsOf(text))].filter((word) => !isGlue(word)).slice(0, WORDS_READ);
  if (words.length === 0) return [];
  const worths = await worthsOf(connection, words, { filter: ['opening = 1'] });
  return words
    .map((word) => ({ forms: LANGUAGES.map((language) => basicForm(word, language)), worth: worths.get(word) ?? 0 }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_WORDS);
}

/** Openings that hold as many of the words as possible. The rarest may be the one that no other thread shares: so also without it. */
async function openingsWith(
  connection: Connection,
  telling: readonly Telling[],
  without: string | null,
): Promise<Opening[]> {
  const filter = ['opening = 1', ...(without === null ? [] : [`threadId != ${quoted(without)}`])].join(' AND ');
  const questions = telling.slice(0, Math.max(1, telling.length - 1)).map((_word, left) => ({
    q: `${telling
      .slice(left)
      .map(({ forms }) => forms[0] ?? '')
      .join(' ')} `,
    filter: [filter],
    matchingStrategy: 'frequency' as const,
    attributesToRetrieve: ['threadId', 'title', 'body'],
    limit: COMPARED,
  }));
  const answers = await multiSearch<Opening>(connection, questions.slice(0, 3));
  const openings = answers.flatMap(({ hits }) => hits);
  return [...new Map(openings.map((opening) => [opening.threadId, opening])).values()];
}

/** How many of the words a thread shares, and what they are worth: twice in the title. */
function likeness(telling: readonly Telling[], title: string, body: string): { shared: number; worth: number } {
  const formsIn = (text: string) =>
    new Set(wordsOf(text).flatMap((word) => LANGUAGES.map((language) => basicForm(word, language))));
  const [inTitle, inBody] = [formsIn(title), formsIn(body)];
  let shared = 0;
  let sum = 0;
  for (const { forms, worth } of telling) {
    const times = forms.some((form) => inTitle.has(form)) ? 2 : forms.some((form) => inBody.has(form)) ? 1 : 0;
    if (times > 0) shared += 1;
    sum += times * worth;
  }
  return { shared, worth: sum };
}
