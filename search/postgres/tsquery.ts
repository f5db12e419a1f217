import type { Plan } from '../plan.ts';

/** The fields a word is looked for in: all, the title alone, or the body alone (inside a thread, where all share the title). */
export type Fields = '' | 'A' | 'C';

/** The query for slot `at`: any of its forms, or a detour that says the same in other words. */
export function slotQuery({ slots, detours }: Plan, at: number, fields: Fields): string {
  const { forms, beginning } = slots[at] ?? { forms: new Map<string, number>(), beginning: null };
  // One look for a beginning costs less than one for each of very many words.
  const singly = [...forms.keys()].filter((word) => beginning === null || !word.startsWith(beginning));
  const around = detours
    .filter(({ from, to }) => from <= at && at < to)
    .map(({ words }) => beside(words.map((one) => anyOf([...one.keys()].map((word) => lexeme(word, fields))))));
  const begun = beginning === null ? [] : [lexeme(beginning, `*${fields}`)];
  return anyOf([...begun, ...singly.map((word) => lexeme(word, fields)), ...around]);
}

/** All slots of any of the `choices`, every phrase, and nothing that is excluded. */
export function documentsQuery(plan: Plan, choices: readonly (readonly number[])[], fields: Fields): string {
  return allOf(documentsQueries(plan, choices, fields));
}

/**
 * The same as queries that must all hold. An index finds what holds several small ones in a fraction of the time: it goes through what the rarest
 * finds and skips ahead in the others, where it weighs a large one anew at every document that any of its words is in.
 */
export function documentsQueries(plan: Plan, choices: readonly (readonly number[])[], fields: Fields): string[] {
  const phrase = (words: readonly string[]) => beside(words.map((word) => lexeme(word, fields)));
  const [only, ...others] = choices;
  const slots =
    only !== undefined && others.length === 0
      ? only.map((at) => slotQuery(plan, at, fields))
      : [anyOf(choices.map((ats) => allOf(ats.map((at) => slotQuery(plan, at, fields)))))];
  const [first = '', ...rest] = [...slots, ...plan.phrases.map(phrase)];
  // What must not be there finds nothing alone: beside another it only takes away.
  return [allOf([first, ...plan.excluded.map((words) => `!(${phrase(words)})`)]), ...rest];
}

/** Words are letters and digits alone (words.ts), so quotes are all they need. */
function lexeme(word: string, fields: Fields | `*${Fields}`): string {
  return fields === '' ? `'${word}'` : `'${word}':${fields}`;
}

export function anyOf(queries: readonly string[]): string {
  return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(' | ')})`;
}

function allOf(queries: readonly string[]): string {
  return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(' & ')})`;
}

function beside(queries: readonly string[]): string {
  return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(' <-> ')})`;
}
