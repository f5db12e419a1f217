import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The first stop of the keyboard: past the header, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="skip-link" href="#content">
      {t('site.skip')}
    </a>
  );
}
