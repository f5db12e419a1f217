import { resolve } from 'node:path';
import type { GetManualChunk } from 'rollup';

/** Packages that every member's page runs on. They change seldom, so that a new release leaves them in browsers' caches. */
const FRAMEWORK =
  /\/node_modules\/(?:@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|i18next)\//;
/** Words come in the one language that is read. */
const OWN = /\/app\/(?!i18n\/(?:en|nb)\b)/;
/** What loads a script when it is needed. Guests' pages have it too: among the framework it would bring them all of that. */
const PRELOADER = 'vite/preload-helper';
/** The script of guests' pages, which is to carry nothing of members'. */
const GUESTS = resolve('app/enhance/main.ts');
/** What so many pages have, the others may as well have at once: it waits in the cache for the next one. */
const MANY_PAGES = 3;

/**
 * Gathers what members' pages have in common in two files. Left to themselves, modules that are not needed by the very same pages each
 * become a file of some hundred bytes, and a page asks for fifty.
 */
export const sharedChunks: GetManualChunk = (id, { getModuleInfo }) => {
  if (id.includes(PRELOADER)) return 'preload-helper';
  if (FRAMEWORK.test(id)) return 'framework';
  if (!OWN.test(id)) return undefined;
  const importers = reach(id, (each) => getModuleInfo(each)?.importers ?? []);
  if (importers.includes(GUESTS)) return undefined;
  return importers.filter((each) => getModuleInfo(each)?.isEntry).length >= MANY_PAGES ? 'shared' : undefined;
};

/** A module and all that can be got to from it, step by step. */
function reach(id: string, next: (id: string) => readonly string[]): string[] {
  const reached = new Set([id]);
  // A set gives what is added while it is gone through too.
  for (const each of reached) for (const further of next(each)) reached.add(further);
  return [...reached];
}
