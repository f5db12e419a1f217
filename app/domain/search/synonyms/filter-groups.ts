import type { SynonymEntry } from './views.ts';

/** Those groups in which a word stands, of one language, or that are not as they were shipped. What is empty does not filter. */
export function filterSynonymGroups(
  entries: readonly SynonymEntry[],
  { find, lang, changed }: { find: string; lang: string; changed: boolean },
): SynonymEntry[] {
  const wanted = find.toLowerCase();
  return entries.filter(
    ({ group, origin }) =>
      (lang === '' || group.lang === lang) &&
      (!changed || origin !== 'shipped') &&
      [...group.terms, ...group.to].some((term) => term.toLowerCase().includes(wanted)),
  );
}
