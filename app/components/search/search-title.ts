import type { TFunction } from 'i18next';
import type { SearchRequest } from '#app/domain/search/schema.ts';

/** From this total on it says "or more". */
const COUNTED = 200;

/** A phrase that was asked for stands in marks of its own. */
const IN_QUOTES = /["“”«»]/;

function askedFor(words: string, t: TFunction): string {
  return IN_QUOTES.test(words) ? words : t('search.quoted', { q: words });
}

/** What a search is called that may not have been made: by its words, if it has any. */
export function searchName(words: string, t: TFunction): string {
  return words === '' ? t('search.heading') : askedFor(words, t);
}

type Found = { asked: SearchRequest; total: number; t: TFunction };

/** How much was found and for what. The page's title says it too: it is what a screen reader says first, without any script. */
export function foundWords({ asked: { q, thread }, total, t }: Found): string {
  const what = thread === null ? 'threads' : 'posts';
  if (total === 0) return q === '' ? t('search.noneFiltered') : t('search.none', { q: askedFor(q, t) });
  const many = total >= COUNTED ? 'Many' : '';
  return q === ''
    ? t(`search.found.${what}${many}`, { count: total })
    : t(`search.foundFor.${what}${many}`, { count: total, q: askedFor(q, t) });
}
