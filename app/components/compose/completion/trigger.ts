/** What is being typed that can be completed: a name after `@`, a topic after `#`; `from` is the place of the sign. */
export type Trigger = { kind: 'name' | 'topic'; from: number; typed: string };

/** Characters after the sign that are still looked at: names have several words. */
const LONGEST = 40;
const TRIGGER = new RegExp(`(?:^|[\\s(\\[{"'“«])([@#])((?:[^\\s@#][^@#\\n]{0,${LONGEST - 1}})?)$`, 'u');

/**
 * The sign before the caret that has begun a name or a topic: at the start of a word, with no line end after it. A `#` alone, or
 * before a blank, is a heading.
 */
export function triggerAt(text: string, caret: number): Trigger | null {
  const start = Math.max(0, caret - LONGEST - 2);
  const match = TRIGGER.exec(text.slice(start, caret));
  if (!match) return null;
  const [, sign, typed = ''] = match;
  if (sign === '#' && typed === '') return null;
  return { kind: sign === '@' ? 'name' : 'topic', from: caret - typed.length - 1, typed };
}
