import type { z } from 'zod';
import { LIMITS } from '../../threads/limits.ts';

/** What the schemas' catalogue keys mean to the author of an import file rather than to somebody in front of a form. */
const MEANINGS: Readonly<Record<string, string>> = {
  'faults.bodyMissing': 'is missing or empty',
  'faults.titleMissing': 'is missing or empty',
  'faults.controlCharacter': 'holds a NUL character',
  'faults.kindUnknown': 'is not a kind of thread',
  'faults.languageUnknown': 'is not a language of this forum',
  'faults.perspectiveUnknown': 'is not a perspective',
};

/** At most this many faults are told of one line; a file of another format has hundreds. */
const SHOWN = 5;

/** `replies[2].body: is missing or empty; …`: says where and what, in English, and quotes no text. */
export function explainIssues(issues: readonly z.core.$ZodIssue[]): string {
  const all = issues.flatMap(explain);
  const more = all.length - SHOWN;
  return [...all.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function explain(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.reduce<string>(
    (before, part) => (typeof part === 'number' ? `${before}[${part}]` : `${before}${before && '.'}${String(part)}`),
    '',
  );
  const at = path === '' ? '' : `${path}: `;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${at}unknown field ${quoted(key)}`);
  return [at + meaningOf(issue)];
}

function meaningOf(issue: z.core.$ZodIssue): string {
  if (issue.message === 'faults.tooLong') return `is longer than ${maxOf(issue)} characters`;
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('received undefined')) {
    return 'is missing';
  }
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' ? 'is not a whole number' : `is not ${article(issue.expected)}`;
  if (issue.code === 'invalid_format') return 'is not a slug such as "school-refusal"';
  return MEANINGS[issue.message] ?? issue.message;
}

function maxOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.at(-1);
  const limits: Readonly<Record<string, number>> = LIMITS;
  const max = issue.code === 'too_big' ? Number(issue.maximum) : limits[String(field)];
  return max === undefined ? 'allowed,' : max.toLocaleString('en');
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** A name out of the file, short and harmless to a terminal. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name).replace(
    /[\u007f-\u009f\u202a-\u202e]/g,
    '?',
  );
}
