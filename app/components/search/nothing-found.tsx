import { useTranslation } from 'react-i18next';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { newThreadPath } from '#app/platform/urls.ts';
import { isNarrowed, searchPath, withoutFilters } from './search-path.ts';

/** That nothing was found, and what may help. */
export function NothingFound({ asked }: { asked: SearchRequest }) {
  const { t } = useTranslation();
  const narrowed = isNarrowed(asked);
  return (
    <div className="empty search-help">
      <p className="empty-words">{asked.q === '' ? t('search.noneFiltered') : t('search.none', { q: asked.q })}</p>
      {asked.q !== '' && <p>{t('search.noneHelp')}</p>}
      <ul>
        {narrowed && (
          <li>
            <a href={searchPath(withoutFilters(asked))}>{t('search.tryWithout')}</a>
          </li>
        )}
        {asked.q !== '' && <li>{t('search.tryFewer')}</li>}
        <li>
          <a href="/#topics">{t('search.tryTopics')}</a>
        </li>
        <li>
          <a href={newThreadPath()}>{t('search.tryAsk')}</a>
        </li>
      </ul>
    </div>
  );
}
