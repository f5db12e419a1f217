import { SORTS } from '#app/domain/search/choices.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Segments } from '../segments.tsx';
import { searchPath } from './search-path.ts';

/** In which order the results stand, as links: each order has its address. */
export function SearchSort({ asked }: { asked: SearchRequest }) {
  const { t } = useTranslation();
  return (
    <Segments
      name={t('search.sort')}
      segments={SORTS.map((sort) => ({
        key: sort,
        href: searchPath({ ...asked, sort, page: 1 }),
        label: t(`search.${sort}`),
        isCurrent: sort === asked.sort,
      }))}
    />
  );
}
