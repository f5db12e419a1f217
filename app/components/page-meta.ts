import type { MetaDescriptor } from '@remix-run/react';
import type { Language } from '#app/i18n/languages.ts';

type PageMeta = {
  /** Ready words, without the forum's name. */
  title: string;
  /** What of its kind the page is about: told after the title. */
  about?: string | null | undefined;
  /** Of what search engines and other people's link previews may show, nothing else. */
  description?: string;
  /** The path under which the page is known, when it can be reached by several. */
  canonical?: string;
  /** False keeps the page out of search engines. */
  index?: boolean;
  /** What feed readers find here. */
  feed?: { path: string; title: string } | undefined;
  /** What the page is, in the words of schema.org. Its addresses are paths, made whole here. */
  structured?: ((origin: string) => Record<string, unknown>) | undefined;
};

type Matches = readonly { id: string; data?: unknown }[];

type Frame = { origin: string; forum: { name: string }; language: Language };

/** The tags of a page's head, for a route's `meta`. `matches` is what `meta` is handed; it knows the forum's address and name. */
export function pageMeta(matches: Matches, page: PageMeta): MetaDescriptor[] {
  const frame = matches.find((match) => match.id === 'root')?.data as Frame | undefined;
  const name = frame?.forum.name ?? '';
  const title = [page.title, page.about].filter(Boolean).join(': ');
  const tags: MetaDescriptor[] = [{ title: title.includes(name) ? title : `${title} · ${name}` }];
  if (page.description !== undefined) tags.push({ name: 'description', content: page.description });
  if (page.index === false) tags.push({ name: 'robots', content: 'noindex' });
  if (frame === undefined) return tags;
  const { origin } = frame;
  if (page.canonical !== undefined) tags.push({ tagName: 'link', rel: 'canonical', href: origin + page.canonical });
  if (page.feed !== undefined) {
    const { path, title } = page.feed;
    tags.push({ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: origin + path, title });
  }
  if (page.index === false) return tags;
  tags.push(...openGraph(frame, page));
  if (page.structured !== undefined) tags.push({ 'script:ld+json': page.structured(origin) });
  return tags;
}

const LOCALES = { en: 'en_GB', nb: 'nb_NO' } as const;

/** What a link to the page looks like elsewhere (ogp.me). No picture: none of a thread would be harmless. */
function openGraph({ origin, forum, language }: Frame, { title, description, canonical }: PageMeta): MetaDescriptor[] {
  return [
    { property: 'og:site_name', content: forum.name },
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    { property: 'og:locale', content: LOCALES[language] },
    ...(description === undefined ? [] : [{ property: 'og:description', content: description }]),
    ...(canonical === undefined ? [] : [{ property: 'og:url', content: origin + canonical }]),
  ];
}
