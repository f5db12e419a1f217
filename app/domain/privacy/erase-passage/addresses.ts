import { isMarker } from '#app/platform/markdown/markers.ts';
import type { Passage, Span } from './passage.ts';

/** An address in a text, and what has to stand in its place for the text around it to stay what it is. */
export type Address = Span & { replacement: 'marker' | 'destination' };

const SCHEME = '(?:[a-z][a-z0-9+.-]{1,20}:\\/\\/|www\\.|(?:mailto|tel|sms):)[^\\s<>"]+';
const MAIL = '[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+';
/** Of a link or an image: `](address`, with or without angle brackets. */
const DESTINATION = '(?<=\\]\\([ \\t]{0,9}<)[^<>\\n]+(?=>)|(?<=\\]\\([ \\t]{0,9})[^\\s<>]+';
/** Of a definition: `[1]: address`. */
const DEFINITION =
  '(?<=^ {0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]{0,9}<)[^<>\\n]+(?=>)|(?<=^ {0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]{0,9})[^\\s<>]+';

const ADDRESSES = new RegExp(`${DESTINATION}|${DEFINITION}|${SCHEME}|${MAIL}`, 'gimu');

/** A passage this long is looked for within the words of an address too: names are often written together there. */
const LONG_ENOUGH = 6;

/** The addresses of links, or bare ones, that name the passage in the way of addresses: "kari-nordmann", "nordmann.kari@". */
export function addressesWith(passage: Passage, source: string): Address[] {
  const found = [...source.matchAll(ADDRESSES)].map(({ index, 0: text }) => placeOf(source, index, text));
  return found.filter(({ start, end }) => namesPassage(passage, source.slice(start, end)));
}

function placeOf(source: string, index: number, text: string): Address {
  const before = source.slice(0, index);
  const isDestination = /\]\([ \t]*<?$|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?$/m.test(before.slice(-300));
  const end = index + (before.endsWith('<') ? text : withoutWhatFollows(text, isDestination)).length;
  const isBracketed = before.endsWith('<') && source[end] === '>';
  if (isDestination)
    return { start: index - (isBracketed ? 1 : 0), end: end + (isBracketed ? 1 : 0), replacement: 'destination' };
  if (isBracketed) return { start: index - 1, end: end + 1, replacement: 'marker' };
  return { start: index, end, replacement: 'marker' };
}

/** Up to the bracket that was opened before it, and without the signs of a sentence after it. */
function withoutWhatFollows(text: string, isDestination: boolean): string {
  let depth = 0;
  let end = text.length;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && depth-- === 0) {
      end = at;
      break;
    }
  }
  if (isDestination) return text.slice(0, end);
  return text
    .slice(0, end)
    .replace(/\].*$/s, '')
    .replace(/[.,;:!?'*_~`|]+$/, '');
}

/** Whether an address, read without its signs, accents and capitals, has the words of the passage. */
export function namesPassage({ text, reach }: Passage, address: string): boolean {
  if (isMarker(address)) return false;
  return [folded, foldedAsSounds].some((fold) => {
    const [wanted, words] = [wordsIn(fold(text)), wordsIn(fold(decoded(address)))];
    const together = wanted.join('');
    if (together === '') return false;
    if (reach.insideWords || together.length >= LONG_ENOUGH)
      return words.join('').includes(together) || hasAll(words, wanted);
    return words.includes(together) || hasAll(words, wanted);
  });
}

/** In their order, or the other way round. */
function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  const line = ` ${words.join(' ')} `;
  return line.includes(` ${wanted.join(' ')} `) || line.includes(` ${[...wanted].reverse().join(' ')} `);
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ø/g, 'o').replace(/æ/g, 'ae');
}

function foldedAsSounds(text: string): string {
  return folded(text.normalize('NFC').toLowerCase().replace(/å/g, 'aa').replace(/ø/g, 'oe'));
}

function decoded(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return ' ';
    }
  });
}
