import { useTranslation } from '#app/i18n/use-translation.tsx';

/** What may be written into the search field, for who wants to know. */
export function SearchHelp() {
  const { t } = useTranslation();
  return (
    <details className="fold search-how">
      <summary>{t('search.how.title')}</summary>
      <dl>
        <dt>{t('search.how.phrase')}</dt>
        <dd>{t('search.how.phraseText')}</dd>
        <dt>{t('search.how.minus')}</dt>
        <dd>{t('search.how.minusText')}</dd>
        <dt>{t('search.how.slips')}</dt>
        <dd>{t('search.how.slipsText')}</dd>
        <dt>{t('search.how.keys')}</dt>
        <dd>{t('search.how.keysText')}</dd>
      </dl>
    </details>
  );
}
