import type { Random } from '../random.ts';

/** Words that say nothing of who puts them together: style is the public attacker's matter, not this one's. */
const WORDS = {
  en: 'after again answer ask before begin between boundary break call care chair client close doubt end evening fear felt gentle hold hour kind late letter listen long meeting message moment morning name notice often quiet question return room say session silence speak stay still talk tell think time trust wait week wonder word write'.split(
    ' ',
  ),
  nb: 'avtale begynne blikk brev etter forsiktig frykt følge grense høre igjen kjenne klient kveld lenge lytte melding morgen møte navn ofte ord pause rolig rom samtale si skrive slutt spørre stille stol svar tid tillit tvil uke undre vente å'.split(
    ' ',
  ),
};

export function sentenceOf(random: Random, language: 'en' | 'nb', words: number): string {
  const text = Array.from({ length: words }, () => random.pick(WORDS[language])).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function bodyOf(random: Random, language: 'en' | 'nb'): string {
  return Array.from(
    { length: 1 + random.below(4) },
    () => `${sentenceOf(random, language, 6 + random.below(10))}.`,
  ).join(' ');
}
