import { useTranslation } from '#app/i18n/use-translation.tsx';

/** That there is nothing to look for in what was asked, and what to write. `q`: only signs, or only what must not occur. */
export function NoWords({ q }: { q: string }) {
  const { t } = useTranslation();
  return (
    <div className="empty search-help">
      <p className="empty-words">{t(q.trim() === '' ? 'search.noQuery' : 'search.noWords')}</p>
      <p>{t('search.start')}</p>
      <ul>
        <li>
          <a href="/#topics">{t('search.tryTopics')}</a>
        </li>
      </ul>
    </div>
  );
}
