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
    <div
      className="prose"
      dir="auto"
      lang={langUnless(useLanguage(), lang)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** The `lang` of a text on a page in `language`: left out where it would only repeat the page's own. */
export function langUnless(language: Language, lang: Language): Language | undefined {
  return lang === language ? undefined : lang;
}
