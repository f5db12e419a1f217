/**
 * The contract between the forum and whatever searches for it. Two engines keep it, with the same tests. `search/` knows
 * nothing of the forum: it is handed documents and gives back ids and marked fragments. What may be shown is decided by the
 * forum, from its own database, for every hit.
 */

/** The languages documents are written in. */
export type DocumentLanguage = 'en' | 'nb';

/**
 * One post. Names nobody: no account, no pen name, no persona, no alias, so that the index cannot be asked who wrote.
 * All texts are plain, without markup.
 */
export type SearchDocument = {
  id: string;
  threadId: string;
  part: 'opening' | 'reply';
  /** The thread's title. */
  title: string;
  /** Names and synonyms of the topic, in all languages. */
  topicLabels: readonly string[];
  body: string;
  /** Slug of the topic group (`topics.lvl0`). */
  topicGroup: string;
  /** Slug of the topic (`topics.lvl1`). */
  topic: string;
  perspective: string;
  /** The thread's kind. */
  kind: string;
  language: DocumentLanguage;
  /** Days since 1970-01-01: when the post was written. */
  createdDay: number;
} & ThreadFacts;

/** What changes about a thread as others write in it. The newest document of a thread speaks for all of its documents. */
export type ThreadFacts = {
  /** Days since 1970-01-01. */
  lastActivityDay: number;
  /** Number of replies, in steps (`replyCountBucket`). */
  replyCountBucket: number;
  answered: boolean;
};

export type SearchSort = 'relevance' | 'newest' | 'discussed';

/** Several values of one filter: any of them. Several filters: all of them. An empty list does not filter. */
export type SearchFilters = {
  /** Slugs of topics or of topic groups. */
  topic: readonly string[];
  perspective: readonly string[];
  kind: readonly string[];
  language: readonly string[];
  answered: readonly boolean[];
  /** Written on this day or later, in days since 1970-01-01. */
  sinceDay: number | null;
};

export type SearchQuery = {
  /** As it was typed. `"…"` is a phrase, `-word` must not occur, the last word may be unfinished. */
  text: string;
  filters: SearchFilters;
  sort: SearchSort;
  /**
   * Only what holds all words that tell something (or stands for them), however little that is: for lists that are read by date,
   * in which what fits badly would not stand behind what fits well.
   */
  allWords?: boolean;
  /** Search inside this thread: hits are posts, and titles and topics do not count. Null: one hit a thread, its best post. */
  threadId: string | null;
  /** What the index may still hold and nobody may see any more: neither found nor counted. */
  without: { posts: readonly string[]; threads: readonly string[] };
  /** From 1. */
  page: number;
  /** Hits a page. */
  limit: number;
};

/** A piece of text; `mark` says that it is what was searched for. Never markup. */
export type Fragment = { text: string; mark: boolean };

export type EngineHit = {
  id: string;
  threadId: string;
  /** Whether the query was found in the title rather than in this post. */
  inTitle: boolean;
  title: Fragment[];
  snippet: Fragment[];
};

export const FACETS = ['topic', 'perspective', 'kind', 'language', 'answered'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * For every facet its values and in how many hits they are, leaving that facet's own filter out. Topic groups count as topics. Where there are more hits
 * than anybody is shown, an engine may count posts instead of threads, or only among those that it looked at.
 */
export type FacetCounts = Record<Facet, Record<string, number>>;

export type EngineResult = {
  hits: EngineHit[];
  /** Threads found (posts, inside a thread): exact up to `MOST_HITS`, which stands for "this many or more". Among more than 1,000 posts, about. */
  total: number;
  facets: FacetCounts;
  tookMs: number;
};

export const MOST_HITS = 200;

/** A thread whose title goes on from what was typed, or a word to end it with. */
export type Suggestion = { kind: 'thread'; threadId: string; title: string } | { kind: 'word'; word: string };

export type SimilarThread = { threadId: string; title: string };

/** Ids, in the order of the database, after `after` up to and including `upTo`; null leaves that side open. */
export type IdRange = { after: string | null; upTo: string | null };

export type EngineHealth = { ok: boolean; documents: number };

/** A write that has its place: what is written after it comes after it, whenever either of them takes effect. */
export type Written = {
  /** Waits until what is asked finds it so. @throws when the engine refused it. */
  settled(): Promise<void>;
};

/** Documents one after the other in the order of their ids: these are all there are of the ids in `range`. */
export type Stretch = { range: IdRange; documents: readonly SearchDocument[] };

export type ListedDocument = { id: string; fingerprint: string };

/** What says how documents are found: it is code and content, the same on every engine. */
export type SearchSettings = { synonyms: readonly SynonymGroup[] };

/** `en+nb` groups bridge the languages: they hold unless the searcher has chosen one. */
export type SynonymLanguage = DocumentLanguage | 'en+nb';

/** `terms` find each other; a term of `from` also finds those of `to`, never the reverse. Groups are not chained. */
export type SynonymGroup = {
  id: string;
  lang: SynonymLanguage;
  /** Terms that count only in exactly these letters (the DNA that is a missed appointment is not dna). */
  caseSensitive?: readonly string[] | undefined;
} & (
  | { direction: 'two-way'; terms: readonly string[] }
  | { direction: 'one-way'; from: readonly string[]; to: readonly string[] }
);

export type SearchEngine = {
  readonly name: 'postgres' | 'meilisearch';
  /** Puts these settings in force for what is asked from now on. */
  apply(settings: SearchSettings): Promise<void>;
  /** Puts the documents in, over those of the same ids. The same document again costs next to nothing. */
  upsert(documents: readonly SearchDocument[]): Promise<Written>;
  /** Takes the documents out; ids that are not there are passed over. */
  remove(ids: readonly string[]): Promise<Written>;
  /** Makes the index hold what `source` gives and nothing else, while what is asked finds the old one. Others may write meanwhile. */
  rebuild(source: AsyncIterable<Stretch>): Promise<void>;
  /** Frees the files of what was removed or written over: until then they may hold words that are found no more. */
  compact(): Promise<void>;
  /** All that is in the index, in order of id, each with the fingerprint of what the index holds (`fingerprintOf`). */
  list(): AsyncIterable<ListedDocument, undefined>;
  /** Never an error for what was typed: what has no words finds nothing. */
  query(query: SearchQuery): Promise<EngineResult>;
  /** How many hits the query would have (its `total`), at a part of what finding them costs. */
  count(query: SearchQuery): Promise<number>;
  /** What the unfinished `prefix` may become, best first. */
  suggest(prefix: string, limit: number): Promise<Suggestion[]>;
  /** Threads about the same as a text, or as a thread (which is left out), best first. */
  similar(to: { text: string } | { threadId: string }, limit: number): Promise<SimilarThread[]>;
  health(): Promise<EngineHealth>;
};
