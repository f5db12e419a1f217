import { useLanguage } from '#app/i18n/use-language.ts';

const OTHER = { en: { language: 'nb', name: 'Norsk' }, nb: { language: 'en', name: 'English' } } as const;

/** One button that names the other language in that language. `to`: the address to come back to. */
export function LanguageSwitch({ to }: { to: string }) {
  const other = OTHER[useLanguage()];
  return (
    <form className="switch" action="/language" method="post">
      <input type="hidden" name="to" value={to} />
      <button type="submit" name="language" value={other.language} lang={other.language}>
        {other.name}
      </button>
    </form>
  );
}
