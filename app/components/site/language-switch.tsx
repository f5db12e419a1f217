import type { Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';

const OTHER = { en: { language: 'nb', name: 'Norsk' }, nb: { language: 'en', name: 'English' } } as const;

type Props = { to: string; languages: readonly Language[] };

/** One button that names the other language in that language, if that is offered. `to`: the address to come back to. */
export function LanguageSwitch({ to, languages }: Props) {
  const other = OTHER[useLanguage()];
  if (!languages.includes(other.language)) return null;
  return (
    <form className="switch language-switch" action="/language" method="post">
      <input type="hidden" name="to" value={to} />
      <button type="submit" name="language" value={other.language} lang={other.language}>
        {other.name}
      </button>
    </form>
  );
}
