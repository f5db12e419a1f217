import type { Plan } from '../plan.ts';

/** The fields a word is looked for in: all, the title alone, or the body alone (inside a thread, where all share the title). */
export type Fields = '' | 'A' | 'C';

/** The query for slot `at`: any of its forms, or a detour that says the same in other words. */
export function slotQuery({ slots, detours }: Plan, at: number, fields: Fields): string {
  const { forms, beginning } = slots[at] ?? { forms: new Map<string, number>(), beginning: null };
  // One look for a beginning costs much less than one for each of its words.
  const singly = [...forms.keys()].filter((word) => beginning === null || !word.startsWith(beginning));
  const around = detours
    .filter(({ from, to }) => from <= at && at < to)
    .map(({ words }) => beside(words.map((one) => anyOf([...one.keys()].map((word) => lexeme(word, fields))))));
  const begun = beginning === null ? [] : [lexeme(beginning, `*${fields}`)];
  return anyOf([...begun, ...singly.map((word) => lexeme(word, fields)), ...around]);
}

/** All slots of any of the `choices`, every phrase, and nothing that is excluded. */
export function documentsQuery(plan: Plan, choices: readonly (readonly number[])[], fields: Fields): string {
  const phrase = (words: readonly string[]) => beside(words.map((word) => lexeme(word, fields)));
  return allOf([
    anyOf(choices.map((ats) => allOf(ats.map((at) => slotQuery(plan, at, fields))))),
    ...plan.phrases.map(phrase),
    ...plan.excluded.map((words) => `!(${phrase(words)})`),
  ]);
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
