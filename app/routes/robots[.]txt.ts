import type { LoaderFunctionArgs } from '@remix-run/node';

/** Pages that are one's own, are made of a question, or say again what a thread's page says. */
const NOT_FOR_ROBOTS = [
  '/api/', '/feeds/', '/inbox', '/join', '/me', '/moderation', '/posts/', '/recover', '/search?', '/search/',
  '/sign-in', '/threads/new',
]; // prettier-ignore

export function loader({ context: { origin } }: LoaderFunctionArgs) {
  const rules = NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}\n`).join('');
  return new Response(`User-agent: *\n${rules}\nSitemap: ${origin}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
