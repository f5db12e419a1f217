import type { SynonymGroup } from '#search/engine.ts';
import { wordsOf } from '#search/words.ts';
import type { Refusal } from '../../threads/render-body.server.ts';
import { SYNONYM_LIMITS } from './limits.ts';

const { terms: MOST_TERMS, length: LONGEST, wordsOfTerm: MOST_WORDS } = SYNONYM_LIMITS;

type Field = 'terms' | 'to' | 'caseSensitive';

/** What is wrong with a group that is to stand beside `others`; null when nothing is. */
export function checkGroup(group: SynonymGroup, others: readonly SynonymGroup[]): Refusal | null {
  const { from, to } = sidesOf(group);
  const lists: [Field, readonly string[]][] =
    group.direction === 'two-way'
      ? [['terms', from]]
      : [
          ['terms', from],
          ['to', to],
        ];
  for (const [field, list] of lists) {
    const refusal = checkList(field, list, group.direction === 'two-way' ? 2 : 1);
    if (refusal) return refusal;
  }
  return checkAcross(group) ?? checkOneLetter(group) ?? checkCase(group) ?? checkFull(group, others);
}

/** Which terms lead, and to which. */
function sidesOf(group: SynonymGroup): { from: readonly string[]; to: readonly string[] } {
  return group.direction === 'two-way' ? { from: group.terms, to: group.terms } : group;
}

function checkList(field: Field, list: readonly string[], least: number): Refusal | null {
  if (list.length < least) return refuse(field, least === 2 ? 'synonymTwo' : 'synonymOne');
  if (list.length > MOST_TERMS) return refuse(field, 'synonymsMany', { max: MOST_TERMS });
  const known = new Set<string>();
  for (const term of list) {
    const words = wordsOf(term).length;
    if (term.length > LONGEST) return refuse(field, 'synonymLong', { term: `${term.slice(0, 40)}…`, max: LONGEST });
    if (words === 0) return refuse(field, 'synonymWordless', { term });
    if (words > MOST_WORDS) return refuse(field, 'synonymWords', { term, max: MOST_WORDS });
    if (known.has(term)) return refuse(field, 'synonymTwice', { term });
    known.add(term);
  }
  return null;
}

function checkAcross(group: SynonymGroup): Refusal | null {
  if (group.direction === 'two-way') return null;
  const from = new Set(group.from.map((term) => term.toLowerCase()));
  const term = group.to.find((one) => from.has(one.toLowerCase()));
  return term === undefined ? null : refuse('to', 'synonymItself', { term });
}

/** A single letter begins every other word: nothing may lead to it, and it leads somewhere only as it is written. */
function checkOneLetter(group: SynonymGroup): Refusal | null {
  const { from, to } = sidesOf(group);
  const isLetter = (term: string): boolean => wordsOf(term).join('').length === 1;
  const led = to.find(isLetter);
  if (led !== undefined)
    return refuse(group.direction === 'two-way' ? 'terms' : 'to', 'synonymLetterTo', { term: led });
  const leads = from.find((term) => isLetter(term) && group.caseSensitive?.includes(term) !== true);
  return leads === undefined ? null : refuse('caseSensitive', 'synonymLetterCase', { term: leads });
}

function checkCase(group: SynonymGroup): Refusal | null {
  const { from, to } = sidesOf(group);
  const term = group.caseSensitive?.find((one) => !from.includes(one) && !to.includes(one));
  return term === undefined ? null : refuse('caseSensitive', 'synonymCaseUnknown', { term });
}

/** An engine takes only so much for one term, over all groups that it stands in. */
function checkFull(group: SynonymGroup, others: readonly SynonymGroup[]): Refusal | null {
  for (const term of sidesOf(group).from) {
    const key = keyOf(term);
    const found = new Map<string, number>();
    for (const { from, to } of [group, ...others].map(sidesOf)) {
      if (!from.some((one) => keyOf(one) === key)) continue;
      for (const other of to) if (keyOf(other) !== key) found.set(keyOf(other), wordsOf(other).length);
    }
    const words = [...found.values()].reduce((sum, count) => sum + count, 0);
    if (found.size > SYNONYM_LIMITS.phrases || words > SYNONYM_LIMITS.words) {
      const { phrases: most, words: mostWords } = SYNONYM_LIMITS;
      return refuse('terms', 'synonymsFull', { term, phrases: found.size, words, most, mostWords });
    }
  }
  return null;
}

const keyOf = (term: string): string => wordsOf(term).join(' ');

function refuse(field: Field, fault: string, values?: Refusal['values']): Refusal {
  return { kind: 'refused', field, fault: `faults.${fault}`, ...(values && { values }) };
}
