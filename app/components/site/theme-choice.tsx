import { useTranslation } from '#app/i18n/use-translation.tsx';

const CHOICES = [
  { theme: 'light', words: 'site.themeLight' },
  { theme: 'dark', words: 'site.themeDark' },
  { theme: 'system', words: 'site.themeSystem' },
] as const;

type Props = { theme: 'light' | 'dark' | 'system'; to: string };

/** All three choices of colours, the present one marked. */
export function ThemeChoice({ theme, to }: Props) {
  const { t } = useTranslation();
  return (
    <form className="theme-choice" action="/theme" method="post">
      <span>{t('site.theme')}</span>
      <input type="hidden" name="to" value={to} />
      {CHOICES.map((choice) => (
        <button
          key={choice.theme}
          type="submit"
          name="theme"
          value={choice.theme}
          aria-pressed={choice.theme === theme}
        >
          {t(choice.words)}
        </button>
      ))}
    </form>
  );
}
