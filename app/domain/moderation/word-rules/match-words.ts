import { RE2JS, RE2Set } from 're2js';
import { fold } from './fold.ts';
import type { WordEffect } from './effects.ts';

export type WordRule = { id: string; pattern: string; effect: WordEffect; note: string | null };

/** One place in a text that a rule is about, in UTF-16 units. */
export type RuleMatch = { rule: WordRule; start: number; end: number };

/** Finds what the rules are about in a text, whole words alone. The time it takes grows with the text and no faster. */
export type Matcher = (text: string) => RuleMatch[];

/** RE2's engine goes through a text once, whatever a pattern says: no pattern can make it slow. */
export function matcherFor(rules: readonly WordRule[]): Matcher {
  if (rules.length === 0) return () => [];
  const sources = rules.map(({ pattern }) => sourceOf(pattern));
  const set = new RE2Set();
  for (const source of sources) set.add(source);
  set.compile();
  const compiled = new Map<number, RE2JS>();
  return (text) => {
    const folded = fold(text);
    // One look for all rules; only those that are there are looked for one by one.
    return set.match(folded.text).flatMap((index) => {
      const rule = rules[index];
      if (!rule) return [];
      const expression = compiled.get(index) ?? RE2JS.compile(sources[index] ?? '');
      compiled.set(index, expression);
      return placesOf(expression, folded.text).map(([start, end]) => ({
        rule,
        start: folded.startOf(start),
        end: folded.endOf(end),
      }));
    });
  };
}

/** Words have borders wherever a letter meets what is none, in any script. RE2 looks at nothing that it does not take along. */
function sourceOf(pattern: string): string {
  const words = pattern.split(' ').map((word) => word.split('*').map(RE2JS.quote).join('\\p{L}*'));
  return `(?:^|[^\\p{L}\\p{N}])(${words.join('\\s+')})(?:$|[^\\p{L}\\p{N}])`;
}

function placesOf(expression: RE2JS, text: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  const matcher = expression.matcher(text);
  // What ends one match may begin the next: the search goes on from the word's own end.
  for (let from = 0; from < text.length && matcher.find(from); from = matcher.end(1)) {
    places.push([matcher.start(1), matcher.end(1)]);
  }
  return places;
}

/** The text with the letters of these places as dots. */
export function masked(text: string, places: readonly RuleMatch[]): string {
  if (places.length === 0) return text;
  const isCovered = new Uint8Array(text.length);
  for (const { start, end } of places) isCovered.fill(1, start, end);
  return text.replace(/[\p{L}\p{N}]\p{M}*/gu, (letter, at: number) => (isCovered[at] === 1 ? '•' : letter));
}
