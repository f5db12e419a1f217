import type { Language } from '#app/i18n/languages.ts';
import { useLangOf } from '../prose.tsx';

/** Where one came from: a post in its thread, mostly, by the thread's title. `language`: of the title. */
export type Back = { path: string; title: string; language: Language };

/** Stands above the heading of a page about one post. */
export function WayBack({ back: { path, title, language } }: { back: Back }) {
  const lang = useLangOf(language);
  return (
    <p className="quiet">
      <a href={path} lang={lang}>
        {title}
      </a>
    </p>
  );
}
