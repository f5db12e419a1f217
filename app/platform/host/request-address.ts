import { Refusal } from './refusal.ts';

const NUL = '\0';

/**
 * The address that was asked for, on our own origin whatever the Host header says.
 *
 * @throws Refusal 400 for what is no path, is wrongly escaped, or holds a NUL (which PostgreSQL cannot keep).
 */
export function requestAddress(target: string | undefined, origin: string): URL {
  if (target?.startsWith('/') !== true || !URL.canParse(origin + target)) throw badAddress();
  const address = new URL(origin + target);
  if (!isDecodable(address.pathname) || isNul(address.search)) throw badAddress();
  // Remix's former way to ask for data, which single fetch replaced.
  if (address.searchParams.has('_data')) throw badAddress();
  return address;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes(NUL);
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
