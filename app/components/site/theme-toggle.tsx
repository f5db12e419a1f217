import { useTranslation } from '#app/i18n/use-translation.tsx';

/**
 * Changes over between light and dark. Which of the two it offers is for the stylesheet to say, since only the browser
 * knows what "as on my device" looks like.
 */
export function ThemeToggle({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <form className="switch theme-toggle" action="/theme" method="post">
      <input type="hidden" name="to" value={to} />
      <button className="offer-dark" type="submit" name="theme" value="dark" title={t('site.toDark')}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M16.2 12.1A6.8 6.8 0 0 1 7.9 3.8a6.8 6.8 0 1 0 8.3 8.3Z" />
        </svg>
        <span className="visually-hidden">{t('site.toDark')}</span>
      </button>
      <button className="offer-light" type="submit" name="theme" value="light" title={t('site.toLight')}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle cx="10" cy="10" r="3.4" />
          <path d="M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M15.7 4.3l-1.3 1.3M5.6 14.4l-1.3 1.3" />
        </svg>
        <span className="visually-hidden">{t('site.toLight')}</span>
      </button>
    </form>
  );
}
