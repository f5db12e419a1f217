import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listThreadAddresses, listThreadAddressPages } from '#app/domain/threads/list-thread-addresses.server.ts';
import { listTopicGroups } from '#app/domain/topics/list-topic-groups.server.ts';
import { threadPath, threadsPath, topicPath } from '#app/platform/urls.ts';
import { PAGES_PER_SITEMAP, sitemapIndex, urlSet, type SitePage } from './_feeds/sitemap.ts';

/** Room for the pages that are not threads. */
const THREADS_PER_SITEMAP = PAGES_PER_SITEMAP - 1_000;

/** One sitemap, or an index of several where the threads do not fit into one: `?part=` is then the id they go on after. */
export async function loader({ context: { origin }, request }: LoaderFunctionArgs) {
  const part = new URL(request.url).searchParams.get('part');
  const limit = THREADS_PER_SITEMAP;
  if (part !== null && part !== 'first') return xml(urlSet(origin, await threadPages(part)));
  const further = part === null ? await listThreadAddressPages(GUEST, { limit }) : [];
  if (further.length > 0) {
    return xml(
      sitemapIndex(
        origin,
        ['first', ...further].map((start) => `/sitemap.xml?part=${start}`),
      ),
    );
  }
  return xml(urlSet(origin, [...(await standingPages()), ...(await threadPages())]));
}

async function standingPages(): Promise<SitePage[]> {
  const groups = await listTopicGroups(GUEST, 'en');
  const topics = groups.flatMap((group) => group.topics.map((topic) => topicPath(topic.slug)));
  return ['/', threadsPath, '/search', '/guidelines', '/privacy', '/help-now', ...topics].map((path) => ({ path }));
}

async function threadPages(after?: string): Promise<SitePage[]> {
  const threads = await listThreadAddresses(GUEST, { after, limit: THREADS_PER_SITEMAP });
  return threads.map((thread) => ({ path: threadPath(thread), lastChange: thread.lastActivityAt }));
}

function xml(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
