export type PageKind = {
  /** Nonce for the scripts of a member's page; guests' pages have no inline script and get none. */
  nonce: string | undefined;
  https: boolean;
  /** In development Vite inserts styles and listens on a web socket. */
  development?: boolean;
};

/** The headers that every answer carries. Sources: OWASP Secure Headers Project; ASVS 5.0 V3.4. */
export function securityHeaders(page: PageKind): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(page),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(page.https && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  };
}

/** Puts them on an answer, in the place of whatever it had of these. */
export function secure(headers: Headers, page: PageKind): void {
  for (const [name, value] of Object.entries(securityHeaders(page))) headers.set(name, value);
}

/** Nothing from elsewhere, nothing inline but what carries the nonce of this one answer. */
function contentSecurityPolicy({ nonce, development = false }: PageKind): string {
  return [
    "default-src 'none'",
    `script-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
