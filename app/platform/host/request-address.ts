import { Refusal } from './refusal.ts';

const NUL = '\0';

/**
 * The address that was asked for, on our own origin whatever the Host header says.
 *
 * @throws Refusal 400 for what is no path, is wrongly escaped, holds a NUL (which PostgreSQL cannot keep), or would be read as the name of
 * another host once its escapes are gone, as `/%5Celsewhere` would by Remix.
 */
export function requestAddress(target: string | undefined, origin: string): URL {
  if (target?.startsWith('/') !== true || !URL.canParse(origin + target)) throw badAddress();
  const address = new URL(origin + target);
  if (!isPath(address.pathname) || isNul(address.search)) throw badAddress();
  // Remix's former way to ask for data, which single fetch replaced.
  if (address.searchParams.has('_data')) throw badAddress();
  return address;
}

/** Whether it is Remix's client that asks: for what the loaders of a page give, rather than for the page. */
export function isOfData(target: string | undefined): boolean {
  return /^[^?]*\.data(\?|$)/.test(target ?? '');
}

function isPath(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes(NUL) && !/^\/[/\\]/.test(decoded);
  } catch {
    return false;
  }
}

function isNul(search: string): boolean {
  return search.includes('%00') || search.includes(NUL);
}

function badAddress(): Refusal {
  return new Refusal('malformed-address');
}
