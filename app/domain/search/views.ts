import type { Language } from '#app/i18n/languages.ts';
import type { ThreadKind } from '../threads/views.ts';

/** A piece of text; `mark` says that it is what was searched for. Never markup. */
export type SnippetPart = { text: string; mark: boolean };

/** One thread by its best post (inside a thread: one post). The fields of the API's `Hit`, and what the page shows besides. */
export type SearchHit = {
  threadId: string;
  postId: string;
  postNumber: number;
  title: string;
  /** Slug. */
  topic: string;
  /** Of the post. */
  perspective: string;
  kind: ThreadKind;
  snippet: SnippetPart[];
  /** Path on the forum: the thread's top where the title was found, the post where its text was. */
  url: string;
  externalRef: string | null;
};

export type PageHit = SearchHit & {
  titleParts: SnippetPart[];
  topicName: string;
  /** Of the thread. */
  language: Language;
  contentWarning: string | null;
  /** Published replies of the thread. */
  replies: number;
  /** Of the post, rounded down to the hour. */
  createdAt: Date;
};

export type FacetName = 'topic' | 'perspective' | 'kind' | 'language' | 'answered';

/** What was found. */
export type SearchResult<Hit extends SearchHit = PageHit> = {
  query: string;
  engine: 'meilisearch' | 'postgres';
  /** PostgreSQL answered in place of Meilisearch, which does not: a simpler search. */
  isFallback: boolean;
  /** Ms. */
  tookMs: number;
  /** Threads (posts, inside a thread), exact up to 200, which stands for "200 or more". */
  total: number;
  page: number;
  hits: Hit[];
  /** Value → hits. A topic group counts under its slug beside its topics. */
  facets: Record<FacetName, Record<string, number>>;
};

/** `GET /api/v1/search`. */
export type ApiSearchResult = Omit<SearchResult<SearchHit>, 'isFallback'>;
