const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export type RequestOrigin = { method: string; origin: string | undefined; fetchSite: string | undefined };

/**
 * Whether a request may change something: reading may come from anywhere, everything else from a page of our own. A browser
 * says so in Origin, or where it leaves that out in Sec-Fetch-Site; a request with neither is refused. (ASVS 5.0 V3.5.1)
 */
export function isFromOurPages({ method, origin, fetchSite }: RequestOrigin, ours: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (origin === undefined) return fetchSite === 'same-origin';
  return isSameOrigin(origin, ours);
}

/**
 * Whether a request is what a mail program sends when somebody presses "unsubscribe" in it (RFC 8058): a form from no page at all, to an
 * address that nobody else knows. It does nothing for whoever is signed in, so that no other site gains by it.
 */
export function isOneClickEnding({ method, origin }: RequestOrigin, path: string | undefined): boolean {
  return (
    method === 'POST' && origin === undefined && path !== undefined && /^\/unsubscribe\/[a-z2-7]{10,64}$/.test(path)
  );
}

/** On one machine `localhost`, `127.0.0.1` and `[::1]` are the same place. */
function isSameOrigin(given: string, ours: string): boolean {
  if (given === ours) return true;
  if (!URL.canParse(given)) return false;
  const [a, b] = [new URL(given), new URL(ours)];
  const bothLoopback = LOOPBACK.has(a.hostname) && LOOPBACK.has(b.hostname);
  return bothLoopback && a.origin === given && a.protocol === b.protocol && a.port === b.port;
}
