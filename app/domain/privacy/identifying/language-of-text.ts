import type { TextLanguage } from './finding.ts';

const NORWEGIAN = /(?<!\p{L})(?:og|jeg|ikke|det|er|som|på|hun|han|med|til|en|har|av|å|min)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:the|and|is|i|to|of|my|that|she|he|with|was|not|it|a)(?!\p{L})/giu;
const ENOUGH = 4000;

/** The language of most of a text, by its commonest words; English where neither is told. */
export function languageOfText(text: string): TextLanguage {
  const start = text.slice(0, ENOUGH);
  return (start.match(NORWEGIAN)?.length ?? 0) > (start.match(ENGLISH)?.length ?? 0) ? 'nb' : 'en';
}
