/** Where something stands in a text, in UTF-16 units. */
export type Span = { start: number; end: number };

/** How far a passage reaches beyond the very words. */
export type Reach = {
  /** Also where it has other capitals. */
  otherCapitals: boolean;
  /** Also where it is part of a longer word. */
  insideWords: boolean;
};

/** A passage to be looked for, in texts as they were typed and as they are read. */
export type Passage = { text: string; reach: Reach; pattern: RegExp };

/** Marks that Markdown has around words and that readers do not see. */
const MARK = '[*_~`]';
/** Characters without width. */
const UNSEEN = '[\\u00AD\\u200B-\\u200D\\u2060]';
/** What may stand between two letters of a word that reads as one. */
const JOINT = `(?:${MARK}|${UNSEEN})*`;
const BLANK = '[^\\S\\n]';
/** The end of a line, and the signs of a quote before the next. */
const LINE = `\\\\?\\n(?:${BLANK}|>)*`;
// Nothing below may match the same characters in two ways: a long text would take for ever.
const GAP = `(?:${BLANK}+(?:${LINE})?|${LINE})`;
/** The same over several lines, for a passage that was copied with its lines. */
const WIDE_GAP = `(?:${BLANK}+|(?=\\\\?\\n))(?:${LINE})*`;

/** Characters that people, phones and word processors write in several ways. */
const ALIKE = ["'’‘ʼ`´", '"“”„«»', '-‐‑–—'];

/** Signs of a quote at the beginnings of lines, as they come along when a passage is copied. */
const QUOTE_SIGNS = /(?<=\n)[^\S\n]*(?:>[^\S\n]?)+/g;

/** Whatever is typed can be looked for; an empty text is found nowhere. */
export function passageOf(text: string, reach: Reach): Passage {
  const flags = reach.otherCapitals ? 'giu' : 'gu';
  const trimmed = text.normalize('NFC').replace(QUOTE_SIGNS, '').trim();
  return { text: trimmed, reach, pattern: new RegExp(patternOf(trimmed, reach), flags) };
}

/** Every place of the passage, from the first on, none within another. */
export function findPassage({ text, pattern }: Passage, source: string): Span[] {
  if (text === '') return [];
  return [...source.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** The same passage wherever it stands, in whatever capitals and words. */
export function atItsWidest({ text }: Passage): Passage {
  return passageOf(text, { otherCapitals: true, insideWords: true });
}

/** The same passage in whatever capitals, for notes, which nobody writes with care. */
export function inAnyCapitals({ text, reach }: Passage): Passage {
  return passageOf(text, { ...reach, otherCapitals: true });
}

function patternOf(text: string, { insideWords }: Reach): string {
  const words = text.split(/(\s+)/);
  const pattern = words.map((word, index) => (index % 2 === 1 ? gapPattern(word) : wordPattern(word))).join('');
  const before = !insideWords && /^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{N}\\p{M}])' : '';
  const after = !insideWords && /[\p{L}\p{N}\p{M}]$/u.test(text) ? '(?![\\p{L}\\p{N}\\p{M}])' : '';
  return before + pattern + after;
}

function gapPattern(gap: string): string {
  return `${JOINT}${gap.includes('\n') ? WIDE_GAP : GAP}${JOINT}`;
}

function wordPattern(word: string): string {
  const characters = Array.from(word);
  return characters
    .map((character, index) => {
      const next = characters[index + 1];
      const sign = isSign(character) && characters[index - 1] !== '\\' ? '\\\\?' : '';
      // Between marks of the passage itself no others are allowed: there would be too many ways to match.
      const joint = next === undefined || isMark(character) || isMark(next) ? '' : JOINT;
      return sign + characterPattern(character) + joint;
    })
    .join('');
}

const isMark = (character: string): boolean => /[*_~`]/.test(character);

/** One that may be written with a backslash before it, so that it means nothing to Markdown. */
const isSign = (character: string): boolean => /[!-/:-@[\]^_`{-~]/.test(character);

function characterPattern(character: string): string {
  const alike = ALIKE.find((group) => group.includes(character));
  const forms = new Set(alike === undefined ? [character, character.normalize('NFD')] : Array.from(alike));
  return `(?:${[...forms].map(escaped).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
