import type { Language } from '#app/i18n/languages.ts';
import { useLangOf } from '../prose.tsx';

export type Excerpt = { text: string; language: Language };

/** How the post begins that something is decided on. */
export function DecidedOn({ excerpt: { text, language } }: { excerpt: Excerpt }) {
  return (
    <blockquote className="decided-on" lang={useLangOf(language)}>
      {text}
    </blockquote>
  );
}
