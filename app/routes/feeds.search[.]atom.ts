import type { LoaderFunctionArgs } from '@remix-run/node';
import { isAsking, searchPath } from '#app/components/search/search-path.ts';
import { searchName } from '#app/components/search/search-title.ts';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { parseSearchRequest, type SearchRequest } from '#app/domain/search/schema.ts';
import { searchThreads } from '#app/domain/search/search-threads.server.ts';
import type { PageHit } from '#app/domain/search/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { postPath } from '#app/platform/urls.ts';
import { atomResponse, type AtomEntry } from './_feeds/atom.server.ts';
import { warningLine } from './_feeds/thread-entries.ts';

/** `/feeds/search.atom?…`: any search, newest first unless it asks otherwise, as a guest finds it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { language, origin } = context;
  const { pathname, search, searchParams } = new URL(request.url);
  const asked = requestOfFeed(searchParams);
  await context.limit('search');
  const t = translator(language);
  // A space ends the last word, which otherwise might be the beginning of any other.
  const ask = { ...asked, q: `${asked.q} `, allWords: asked.sort === 'newest' };
  const { hits } = await searchThreads(GUEST, ask, language);
  return atomResponse({
    title: searchName(asked.q, t),
    language,
    origin,
    path: pathname + search,
    page: searchPath(asked),
    entries: hits.map((hit) => entryOf(hit, language)),
  });
}

/** @throws DomainError `bad-request` for what makes no sense, or asks for nothing. */
function requestOfFeed(parameters: URLSearchParams): SearchRequest {
  const request = parseSearchRequest(parameters);
  if (!isAsking(request)) throw new DomainError('bad-request', 'A feed of a search needs something to look for');
  const isOrdered = parameters.getAll('sort').at(-1) === request.sort;
  return isOrdered ? request : { ...request, sort: 'newest' };
}

function entryOf(hit: PageHit, language: Language): AtomEntry {
  const { title, url, postId, createdAt, contentWarning, snippet } = hit;
  return {
    title,
    path: url,
    id: postPath(postId),
    published: createdAt,
    updated: createdAt,
    summary: contentWarning === null ? snippet.map(({ text }) => text).join('') : warningLine(contentWarning, language),
  };
}
