import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { searchPath } from './search-path.ts';

type Props = { asked: SearchRequest; total: number };

/** The ways to the other pages of what was found. */
export function SearchPager({ asked, total }: Props) {
  const { t } = useTranslation();
  const { page, limit } = asked;
  const hasNext = page * limit < total;
  if (page === 1 && !hasNext) return null;
  return (
    <nav className="pager" aria-label={t('search.pages')}>
      {page > 1 && (
        <a className="button" rel="prev" href={searchPath({ ...asked, page: page - 1 })}>
          {t('search.previous')}
        </a>
      )}
      <span className="quiet">{t('search.page', { page })}</span>
      {hasNext && (
        <a className="button" rel="next" href={searchPath({ ...asked, page: page + 1 })}>
          {t('search.next')}
        </a>
      )}
    </nav>
  );
}
