import { renderMany, type Rendered } from '#app/platform/markdown/markdown.server.ts';
import { splitAtMarkers } from '#app/platform/markdown/markers.ts';
import { addressesWith } from './addresses.ts';
import { findPassage, type Passage } from './passage.ts';

/** `across`: the passage runs over a border of the text's structure. */
export type CutFault = 'across' | 'too-long';

export type CheckedBody = { ok: true; html: string; text: string } | { ok: false; fault: CutFault };

type Pair = { before: string; after: string };

/**
 * Renders bodies from which a passage was cut, and makes sure that nothing else about them changed and that it is gone: the words
 * left are those that were there, in their order, in elements that were there.
 */
export async function checkCuts(passage: Passage, pairs: readonly Pair[]): Promise<CheckedBody[]> {
  const rendered = await renderMany(pairs.flatMap(({ before, after }) => [before, after]));
  return pairs.map((_pair, index) => checked(passage, rendered[2 * index], rendered[2 * index + 1]));
}

function checked(passage: Passage, before: Rendered | undefined, after: Rendered | undefined): CheckedBody {
  if (!before?.ok || !after) return { ok: false, fault: 'across' };
  if (!after.ok) return { ok: false, fault: after.fault === 'too-long' ? 'too-long' : 'across' };
  const isWhole =
    isLeftOver(after.html, before.html) &&
    isWithin(elementsOf(after.html), elementsOf(before.html)) &&
    !stands(passage, after.text) &&
    addressesOf(after.html).every((address) => addressesWith(passage, address).length === 0);
  return isWhole ? { ok: true, html: after.html, text: after.text } : { ok: false, fault: 'across' };
}

function stands(passage: Passage, text: string): boolean {
  return splitAtMarkers(text).some((part, index) => index % 2 === 0 && findPassage(passage, part).length > 0);
}

/** Whether what stands between the bars is what was there, in its order and in the same kinds of elements. */
function isLeftOver(after: string, before: string): boolean {
  const letters = new Map<string, string>();
  const whole = ` ${withPlaces(before, letters).join('')} `;
  const parts = withPlaces(after, letters);
  let at = 0;
  return parts.every((words, index) => {
    const found = index === 0 ? (whole.startsWith(` ${words}`) ? 1 : -1) : whole.indexOf(words, at);
    if (found < 0) return false;
    at = found + words.length;
    return index < parts.length - 1 || whole.endsWith(`${words} `);
  });
}

const INLINE: ReadonlySet<string> = new Set(['strong', 'em', 'del', 'code', 'a', 'span']);

/**
 * The text of rendered HTML, parted at its bars, with a letter for the elements that it stands in before each character. Links do not
 * count: their words may stay where their address goes.
 */
function withPlaces(html: string, letters: Map<string, string>): string[] {
  const parts: string[] = [];
  let part = '';
  const open: string[] = [];
  for (const [token, closing, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (open.at(-1) !== 'span') part += placed(token, open, letters);
      continue;
    }
    if (name === 'span' && closing === '') {
      parts.push(part);
      part = '';
    }
    if (!INLINE.has(name)) part += ' ';
    if (closing === '/') open.pop();
    else if (name !== 'br' && name !== 'hr') open.push(name);
  }
  return [...parts, part].map((each) => each.replace(/ +/g, ' ').trim());
}

function placed(text: string, open: readonly string[], letters: Map<string, string>): string {
  const path = open.filter((name) => name !== 'a').join(' ');
  const letter = letters.get(path) ?? String.fromCodePoint(0xf0000 + letters.size);
  letters.set(path, letter);
  return text.replace(/\S/g, `${letter}$&`).replace(/\s/g, ' ');
}

/** The elements of a rendered text in their order, with what they lead to; the bars are not among them. */
function elementsOf(html: string): string[] {
  return html.match(/<(?!\/|span)[^>]*>/g) ?? [];
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return some.every((each) => {
    at = all.indexOf(each, at) + 1;
    return at > 0;
  });
}

function addressesOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
