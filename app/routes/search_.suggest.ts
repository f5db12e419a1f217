import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Suggestions } from '#app/components/suggestions/suggestions.ts';
import { LONGEST_QUERY } from '#app/domain/search/choices.ts';
import { suggestSearches, type SearchSuggestion } from '#app/domain/search/suggest-searches.server.ts';
import { translator } from '#app/i18n/translator.ts';

/** What a search field offers while somebody types: places and words, each ready to be shown, and how many in words. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  await context.limit('suggest');
  const { viewer, language } = context;
  const t = translator(language);
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
  const found = await suggestSearches(viewer, typed, language);
  const offer = (one: SearchSuggestion): Suggestions['offers'][number] => {
    switch (one.kind) {
      case 'topic':
        return { kind: t('search.offer.topic'), text: one.name, note: one.by, lang: null, url: one.url };
      case 'thread':
        return { kind: t('search.offer.thread'), text: one.title, note: null, lang: one.language, url: one.url };
      case 'words':
        return { kind: t('search.offer.words'), text: one.text, note: null, lang: null, url: null };
    }
  };
  const answer: Suggestions = {
    name: t('search.offer.name'),
    said: t('search.offer.said', { count: found.length }),
    offers: found.map(offer),
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}
