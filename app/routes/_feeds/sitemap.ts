/** An entry of a sitemap: a path on the forum, and when it last changed. */
export type SitePage = { path: string; lastChange?: Date };

/** Addresses that one sitemap may hold (sitemaps.org). */
export const PAGES_PER_SITEMAP = 50_000;

/** A sitemap of pages. */
export function urlSet(origin: string, pages: readonly SitePage[]): string {
  const urls = pages.map(({ path, lastChange }) => `<url>${location(origin, path)}${lastModified(lastChange)}</url>`);
  return document('urlset', urls);
}

/** A sitemap of sitemaps. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  return document(
    'sitemapindex',
    paths.map((path) => `<sitemap>${location(origin, path)}</sitemap>`),
  );
}

function document(root: string, parts: readonly string[]): string {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${parts.join('\n')}\n</${root}>\n`;
}

function location(origin: string, path: string): string {
  return `<loc>${(origin + path).replaceAll('&', '&amp;')}</loc>`;
}

function lastModified(time: Date | undefined): string {
  return time === undefined ? '' : `<lastmod>${time.toISOString()}</lastmod>`;
}
