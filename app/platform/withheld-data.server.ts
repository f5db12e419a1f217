import type { EntryContext } from '@remix-run/node';

/** What loaders gave, by what Remix was handed in its place. */
const withheld = new WeakMap<object, unknown>();

/**
 * What Remix is handed instead of `given` for a page that has no client: it writes what the loaders give of every page once more for its
 * client, read or not, and takes as long for that as for a third of the page.
 */
export function withhold(given: unknown): object {
  const placeholder = {};
  withheld.set(placeholder, given);
  return placeholder;
}

/** Lays what was withheld of a page where it is looked for when the page is rendered. */
export function giveBack({ staticHandlerContext: { loaderData } }: EntryContext): void {
  for (const [route, given] of Object.entries(loaderData)) {
    if (isPlaceholder(given)) loaderData[route] = withheld.get(given);
  }
}

function isPlaceholder(given: unknown): given is object {
  return typeof given === 'object' && given !== null && withheld.has(given);
}
