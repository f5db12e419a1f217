import type { MetaDescriptor } from '@remix-run/react';

type PageMeta = {
  /** Ready words, without the forum's name. */
  title: string;
  description?: string;
  /** The path under which the page is known, when it can be reached by several. */
  canonical?: string;
  /** False keeps the page out of search engines. */
  index?: boolean;
  /** What feed readers find here. */
  feed?: { path: string; title: string } | undefined;
};

type Matches = readonly { id: string; data?: unknown }[];

const FORUM = 'Both Chairs';

/** The tags of a page's head, for a route's `meta`. `matches` is what `meta` is handed; it knows the forum's address. */
export function pageMeta(matches: Matches, page: PageMeta): MetaDescriptor[] {
  const title = page.title.includes(FORUM) ? page.title : `${page.title} · ${FORUM}`;
  const tags: MetaDescriptor[] = [{ title }];
  if (page.description !== undefined) tags.push({ name: 'description', content: page.description });
  if (page.index === false) tags.push({ name: 'robots', content: 'noindex' });
  const origin = originOf(matches);
  if (page.canonical !== undefined && origin !== undefined) {
    tags.push({ tagName: 'link', rel: 'canonical', href: origin + page.canonical });
  }
  if (page.feed !== undefined && origin !== undefined) {
    const { path, title } = page.feed;
    tags.push({ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: origin + path, title });
  }
  return tags;
}

function originOf(matches: Matches): string | undefined {
  const root = matches.find((match) => match.id === 'root')?.data as { origin?: string } | undefined;
  return root?.origin;
}
