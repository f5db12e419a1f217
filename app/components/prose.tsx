import { useLanguage } from '#app/i18n/use-language.ts';
import type { Language } from '#app/i18n/languages.ts';

type Props = {
  /** Made safe by the server's renderer before it was stored. */
  html: string;
  lang: Language;
};

/** What somebody wrote. */
export function Prose({ html, lang }: Props) {
  return (
    <div className={proseClass(html)} dir="auto" lang={useLangOf(lang)} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** Letters. Chromium's time for a word whose letters are kerned goes by the square of its length, and it takes seconds for one of 20,000. */
const LONG_WORD = 1_000;
const BETWEEN_WORDS = /[\s<>]/;

/** How what somebody wrote is set: with a word that long in it, plainer. */
export function proseClass(html: string): string {
  return hasLongWord(html) ? 'prose prose-plain' : 'prose';
}

/** Looks where a long word that begins here would end, and back from there: of a thousand letters at the last word alone. */
function hasLongWord(html: string): boolean {
  for (let from = 0; from + LONG_WORD <= html.length;) {
    let at = from + LONG_WORD;
    while (at > from && !BETWEEN_WORDS.test(html.charAt(at - 1))) at -= 1;
    if (at === from) return true;
    from = at;
  }
  return false;
}

/** The `lang` of a text on the page that is shown: left out where it would only repeat the page's own. */
export function useLangOf(lang: Language): Language | undefined {
  return langUnless(useLanguage(), lang);
}

/** The `lang` of a text on a page in `language`: left out where it would only repeat the page's own. */
export function langUnless(language: Language, lang: Language): Language | undefined {
  return lang === language ? undefined : lang;
}
