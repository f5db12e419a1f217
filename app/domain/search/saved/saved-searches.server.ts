import { parseQuery } from '#search/parse-query.ts';
import { now } from '#app/platform/clock.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { changeVault, readVault } from '../../identity/vault.server.ts';
import type { Member } from '../../identity/viewer.ts';
import type { Refusal } from '../../threads/render-body.server.ts';
import { dayOf } from '../document.server.ts';
import { parseSearchRequest, searchRequestSchema, type SearchRequest } from '../schema.ts';
import { lookForNews, seenAt } from './look.server.ts';
import { SAVED_LIMITS, SEARCHES, type KeptSearch } from './vault.ts';
import type { SavedSearch } from './views.ts';

/** What a member has saved, newest first. One whose parameters mean nothing any more is left out. */
export async function listSavedSearches(member: Member): Promise<SavedSearch[]> {
  const { searches } = await readVault(member, SEARCHES);
  return searches
    .flatMap(({ id, name, query }) => {
      const request = requestOf(query);
      return request ? [{ id, name, request }] : [];
    })
    .reverse();
}

/**
 * Saves the search whose address has the parameters `query`. What it finds now is no news. The same search again is not saved
 * twice, but gets the name.
 *
 * @throws DomainError `bad-request` for parameters that make no sense, or no words.
 */
export async function saveSearch(
  member: Member,
  { query, name }: { query: string; name: string | null },
): Promise<{ kind: 'saved'; id: string } | Refusal> {
  const parameters = new URLSearchParams(query);
  const request = parseSearchRequest(parameters);
  if (parseQuery(request.q).terms.length === 0) throw new DomainError('bad-request', 'A saved search needs words');
  const from = firstDay();
  const hits = await lookForNews(member, request, from);
  const fresh: KeptSearch = { id: newId(), name, query: canonical(parameters), from, seen: seenAt(hits, dayOf(now())) };
  let saved: KeptSearch | undefined;
  await changeVault(member, SEARCHES, ({ searches }) => {
    const known = searches.find((search) => search.query === fresh.query);
    saved = known
      ? { ...known, name: name ?? known.name }
      : searches.length < SAVED_LIMITS.searches
        ? fresh
        : undefined;
    return { searches: saved ? put(searches, saved) : searches };
  });
  if (saved) return { kind: 'saved', id: saved.id };
  return { kind: 'refused', field: 'query', fault: 'faults.searchesMany', values: { max: SAVED_LIMITS.searches } };
}

/** Gives a saved search another name; null for the one made of its words. One that is gone meanwhile stays so. */
export async function renameSearch(member: Member, { id, name }: { id: string; name: string | null }): Promise<void> {
  await changeVault(member, SEARCHES, ({ searches }) => ({
    searches: searches.map((search) => (search.id === id ? { ...search, name } : search)),
  }));
}

export async function removeSearch(member: Member, id: string): Promise<void> {
  await changeVault(member, SEARCHES, ({ searches }) => ({ searches: searches.filter((search) => search.id !== id) }));
}

/** What a saved search asks for; null where its parameters mean nothing any more. */
export function requestOf(query: string): SearchRequest | null {
  try {
    return parseSearchRequest(new URLSearchParams(query));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Posts of so many days before count too: one that was held is seen only when it is let through. */
const LOOK_BACK = 7;

/** The day from which on there can be news, for what is read now. */
export function firstDay(): number {
  return dayOf(now()) - LOOK_BACK;
}

/** The same for the same search, in whatever order its parameters stand. */
function canonical(parameters: URLSearchParams): string {
  const meant = [...parameters].filter(
    ([name, value]) => value !== '' && Object.hasOwn(searchRequestSchema.shape, name) && !PLACES.has(name),
  );
  const query = new URLSearchParams(meant);
  query.sort();
  return query.toString();
}

/** Where in the list one is, and in what order it stands, does not belong to the search. */
const PLACES: ReadonlySet<string> = new Set(['page', 'limit', 'sort']);

function put(searches: readonly KeptSearch[], saved: KeptSearch): KeptSearch[] {
  const isKnown = searches.some(({ id }) => id === saved.id);
  return isKnown ? searches.map((search) => (search.id === saved.id ? saved : search)) : [...searches, saved];
}
