import { ENGLISH } from './phrases.en.ts';
import { NORWEGIAN } from './phrases.nb.ts';
import type { UrgentPhrases } from './urgent-phrases.ts';

/** What looks for the phrases of one language in a sentence. */
type Ear = {
  searched: RegExp;
  mine: RegExp;
  others: RegExp;
  othersNow: RegExp;
  now: RegExp;
  past: RegExp;
  anybody: RegExp;
};

// All languages at once: people write in more than one, and a sentence in one means nothing in the others.
const EARS: readonly Ear[] = [ENGLISH, NORWEGIAN].map(earOf);

/** Whether a search may be a call for help. The help it is shown stands above the results and takes nothing away from them. */
export function isUrgentSearch(words: string): boolean {
  const lower = normal(words);
  return EARS.some(({ searched, mine, others }) => [searched, mine, others].some((pattern) => pattern.test(lower)));
}

/**
 * Whether a text says that somebody, the writer or another, is in danger now: "I am going to", "she is about to". What is over, what
 * is told of anybody at all, and what stands between quotation marks without a word of now, is talk about danger and not danger.
 */
export function speaksOfDanger(text: string): boolean {
  return sentencesOf(text).some((sentence) => EARS.some((ear) => hears(ear, sentence)));
}

function hears({ mine, others, othersNow, now, past, anybody }: Ear, sentence: string): boolean {
  if (past.test(sentence)) return false;
  if (mine.test(sentence)) return true;
  return !anybody.test(sentence) && (others.test(sentence) || (othersNow.test(sentence) && now.test(sentence)));
}

function earOf(phrases: UrgentPhrases): Ear {
  const { iWill, theyWill, between, figurative, actsOnMyself, actsOnThemselves, actsOnOthers, happening } = phrases;
  const meant = (intents: readonly string[], acts: readonly string[]) =>
    `${oneOf(intents)} (?:${oneOf(between)} ){0,2}${oneOf(acts)}(?! ${oneOf(figurative)})`;
  return {
    searched: words(phrases.searched),
    mine: words([meant(iWill, [...actsOnMyself, ...actsOnOthers]), ...phrases.iSay, ...happening]),
    others: words([meant(theyWill, [...actsOnThemselves, ...actsOnOthers])]),
    othersNow: words(phrases.theySay),
    now: words(phrases.now),
    past: words(phrases.past),
    anybody: words(phrases.anybody),
  };
}

function oneOf(pieces: readonly string[]): string {
  return `(?:${pieces.join('|')})`;
}

/** Any of the pieces, as whole words. */
function words(pieces: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(pieces)}(?![\\p{L}\\p{N}])`, 'u');
}

const QUOTED = /"[^"]{0,400}"|«[^»]{0,400}»/g;

/** A text in sentences: without quoted lines, without markup, in lower case and with single spaces. */
function sentencesOf(text: string): string[] {
  const own = text.replace(/^[ \t]*>.*$/gm, '');
  return own
    .split(/\n\s*\n/)
    .map((paragraph) => normal(paragraph).replace(QUOTED, (quoted) => (isOfNow(quoted) ? quoted.slice(1, -1) : ' … ')))
    .flatMap((paragraph) => paragraph.split(/[.!?;]+/));
}

const isOfNow = (text: string): boolean => EARS.some(({ now }) => now.test(text));

function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[*_~]/g, '')
    .replace(/\s+/g, ' ');
}
