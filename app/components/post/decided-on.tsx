import { useLanguage } from '#app/i18n/use-language.ts';
import type { Language } from '#app/i18n/languages.ts';
import { langUnless } from '../prose.tsx';

export type Excerpt = { text: string; language: Language };

/** How the post begins that something is decided on. */
export function DecidedOn({ excerpt: { text, language } }: { excerpt: Excerpt }) {
  return (
    <blockquote className="decided-on" lang={langUnless(useLanguage(), language)}>
      {text}
    </blockquote>
  );
}
