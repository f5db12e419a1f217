import { randomInt } from 'node:crypto';
import { ALIAS_ADJECTIVES, ALIAS_NOUNS } from './alias-words.ts';

/** Draws tried before a number is put behind the words: in a thread that used up nearly all pairs. */
const TRIES = 40;

/**
 * An alias drawn at random ("Quiet Heron"), other than those `taken` in the thread. Drawn, not derived: the same person gets an
 * unrelated one in each thread.
 */
export function drawAlias(taken: ReadonlySet<string>): string {
  for (let i = 0; i < TRIES; i++) {
    const alias = drawPair();
    if (!taken.has(alias)) return alias;
  }
  for (;;) {
    const alias = `${drawPair()} ${String(randomInt(2, 10_000))}`;
    if (!taken.has(alias)) return alias;
  }
}

function drawPair(): string {
  return `${draw(ALIAS_ADJECTIVES)} ${draw(ALIAS_NOUNS)}`;
}

function draw(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? '';
}
