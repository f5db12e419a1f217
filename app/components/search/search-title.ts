import type { TFunction } from 'i18next';
import type { SearchRequest } from '#app/domain/search/schema.ts';

/** From this total on it says "or more". */
const COUNTED = 200;

type Found = { asked: SearchRequest; total: number; t: TFunction };

/** How much was found and for what. The page's title says it too: it is what a screen reader says first, without any script. */
export function foundWords({ asked: { q, thread }, total, t }: Found): string {
  const what = thread === null ? 'threads' : 'posts';
  if (total === 0) return q === '' ? t('search.noneFiltered') : t('search.none', { q });
  const many = total >= COUNTED ? 'Many' : '';
  return q === ''
    ? t(`search.found.${what}${many}`, { count: total })
    : t(`search.foundFor.${what}${many}`, { count: total, q });
}
