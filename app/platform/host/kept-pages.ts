import type { RequestCookies } from '../cookies.server.ts';
import type { Language } from '#app/i18n/languages.ts';

/** The addresses whose pages are kept for guests. What is not here is made anew each time. */
export const KEPT: readonly RegExp[] = [
  /^\/$/,
  /^\/topics\/[^/]+$/,
  /^\/threads(\/[a-z2-7]{10,32}(\/[^/]*)?)?$/,
  /^\/posts\/[a-z2-7]{10,32}$/,
  /^\/members\/[^/]+$/,
  /^\/(guidelines|privacy|help-now|keys|robots\.txt|sitemap\.xml|manifest\.webmanifest)$/,
  /^\/moderation\/log$/,
  /^\/feeds\/(latest|moderation-log)\.atom$/,
  /^\/feeds\/(topics|threads)\/[^/]+\.atom$/,
  /^\/api\/v1\/(topics|threads)$/,
  /^\/api\/v1\/(threads|posts)\/[a-z2-7]{10,32}$/,
  /^\/api\/v1\/openapi\.json$/,
];

/** The query keys that these pages read. With any other the page is not kept: a new key is never served by the page without it. */
const READ = new Set(['after', 'from', 'kind', 'limit', 'page', 'perspective', 'quote', 'sort', 'topic', 'view']);
/** What other sites hang on links to us, another to each link or each press, and no page of ours reads. */
const IGNORED =
  /^(utm_[a-z]+|(fb|g|dc|tw|tt|y)clid|msclkid|mc_[ce]id|gad_source|[gw]braid|igshid|igsh|srsltid|_hs(enc|mi))$/;
/** Bytes of an address, beyond which it is none of ours. */
const LONGEST = 400;

/** What a guest's page depends on beside its address. The session is not among it: who has one is not served from memory. */
export type GuestReader = { language: Language } & Omit<RequestCookies, 'sessionToken' | 'language'>;

/** Where a page is made for all who ask for it meanwhile, and whether it is kept for those who come after them. */
export type SharedAddress = { address: string; isKept: boolean };

/**
 * An address as it stands in a request, without what nobody reads; as it is, and not to be kept, where it has a key that nobody knows. Undefined
 * for one whose page is made for each who asks.
 */
export function sharedAddress(url: string): SharedAddress | undefined {
  if (url.length > LONGEST) return undefined;
  const [path = '', query] = url.split('?', 2);
  if (!KEPT.some((pattern) => pattern.test(path))) return undefined;
  const read = query === undefined ? '' : readQuery(query);
  if (read === undefined) return { address: url, isKept: false };
  return { address: read === '' ? path : `${path}?${read}`, isKept: true };
}

/** By what a page is known: its address, and everything about the reader that it shows. */
export function pageKey(address: string, reader: GuestReader): string {
  let key = address;
  for (const shown of Object.values(reader)) key += ` ${shown}`;
  return key;
}

/** The part of a query that pages read, in its order; undefined when there is something else. */
function readQuery(query: string): string | undefined {
  const params = new URLSearchParams(query);
  for (const key of [...params.keys()]) {
    if (IGNORED.test(key)) params.delete(key);
    else if (!READ.has(key)) return undefined;
  }
  return params.toString();
}
