import { Feed } from 'feed';
import type { Language } from '#app/i18n/languages.ts';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';

export type AtomFeed = {
  title: string;
  language: Language;
  origin: string;
  /** Path of the feed itself. */
  path: string;
  /** Path of the page that shows the same. */
  page: string;
  /** Newest first. */
  entries: AtomEntry[];
};

export type AtomEntry = {
  title: string;
  /** Path of the page; it names the entry for good unless `id` does. */
  path: string;
  /** For entries that share a page with others: what names each, as a path. */
  id?: string;
  /** The alias or pen name as the page shows it. */
  author?: string;
  published: Date;
  updated: Date;
  /** A few words, plain. */
  summary?: string | null;
  /** Sanitised HTML. */
  html?: string;
};

/** An Atom 1.0 document (RFC 4287). Its times are those of the entries, which are stored to the hour. */
export function atomResponse({ title, language, origin, path, page, entries }: AtomFeed): Response {
  const name = translator(language)('site.name');
  const feed = new Feed({
    id: origin + path,
    title: `${title} · ${name}`,
    link: origin + page,
    feedLinks: { atom: origin + path },
    updated: entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), new Date(0)),
    author: { name },
    generator: false,
  });
  for (const entry of entries) feed.addItem(feedItem(entry, origin));
  const atom = feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
  return new Response(withoutInvalid(atom), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'X-Robots-Tag': 'noindex' },
  });
}

/** What stands before `.atom` in the last part of an address. @throws DomainError not-found where that is missing. */
export function nameOfFeed(file: string | undefined): string {
  const name = file?.endsWith('.atom') === true ? file.slice(0, -'.atom'.length) : '';
  if (name === '') throw new DomainError('not-found', 'There is no such feed');
  return name;
}

function feedItem({ title, path, id = path, author, published, updated, summary, html }: AtomEntry, origin: string) {
  return {
    title: escapeHtml(title),
    id: origin + id,
    link: origin + path,
    date: updated,
    published,
    ...(author !== undefined && { author: [{ name: author }] }),
    ...(summary != null && { description: escapeHtml(summary) }),
    ...(html !== undefined && { content: html }),
  };
}

/** Titles and summaries stand in the feed as HTML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 §2.2 has no place for some characters that people's texts have. */
function withoutInvalid(xml: string): string {
  return xml.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
