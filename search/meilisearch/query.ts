import type { MultiSearchQuery } from 'meilisearch';
import {
  FACETS,
  MOST_HITS,
  type DocumentLanguage,
  type EngineHit,
  type EngineResult,
  type Facet,
  type FacetCounts,
  type SearchQuery,
} from '../engine.ts';
import { isGlue } from '../glue-words.ts';
import { markAll, snippetOf } from '../highlight.ts';
import { parseQuery, type ParsedQuery } from '../parse-query.ts';
import { marksOf } from '../plan.ts';
import { scoreOf } from '../score.ts';
import { rephrase } from '../synonyms.ts';
import { compose, MOST_WORDS, type Composed } from './compose.ts';
import { worthsOf } from './count.ts';
import type { Connection } from './connection.ts';
import { FIELD_OF, filterOf, quoted } from './filter.ts';
import { multiSearch, type Answer } from './multi-search.ts';
import { planFor } from './rank.ts';
import { postingsIn, read, type FoundDocument } from './reading.ts';
import { LANGUAGES, type EngineSynonyms } from './synonyms.ts';

/** Threads that a query should find before words of it are left out. */
const ENOUGH = 10;
/** Hits of one question that are ranked by us. */
const RANKED = 40;
/** Openings that are ranked with them for their titles, and for all that they say. */
const OPENINGS = 30;
/** Documents that are looked at word by word; those behind them keep the server's order. */
const MOST_RANKED = 2 * (RANKED + 2 * OPENINGS);
/** What is fetched of a hit: all that it is ranked and shown by. */
const FETCHED = [
  'id',
  'threadId',
  'title',
  'topicLabels',
  'body',
  'opening',
  'language',
  'createdDay',
  'replyCountBucket',
];
const SORTS = { relevance: [], newest: ['createdDay:desc'], discussed: ['replyCountBucket:desc'] } as const;
/** What a glue word is worth beside words that were counted. */
const GLUE_WORTH = 0.5;
const UNKNOWN_WORTH = 5;
const MOST_COUNTED = 24;
/** Documents up to which the threads that they belong to are counted. */
const MOST_COUNTED_AS_THREADS = 1_000;

const NO_FACETS: FacetCounts = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };

/** As `SearchEngine.query` promises. */
export async function runQuery(
  connection: Connection,
  synonyms: EngineSynonyms,
  query: SearchQuery,
): Promise<EngineResult> {
  const started = performance.now();
  const parsed = parseQuery(query.text);
  if (parsed.terms.length === 0) return { hits: [], total: 0, facets: NO_FACETS, tookMs: 0 };
  const given = { connection, synonyms, query, parsed };
  // Only of too many words is it asked first what they tell; ranking wants to know it afterwards.
  const first = parsed.terms.length > MOST_WORDS ? await countTerms(given) : () => UNKNOWN_WORTH;
  const [worth, tallies] = await Promise.all([
    parsed.terms.length > MOST_WORDS ? first : countTerms(given),
    findEnough(given, first),
  ]);
  const page = rank(given, tallies[0]?.documents ?? [], worth).slice(
    (query.page - 1) * query.limit,
    query.page * query.limit,
  );
  return {
    hits: page.map(({ present }) => present()),
    total: Math.min(MOST_HITS, tallies[0]?.total ?? 0),
    facets: facetsOf(tallies),
    tookMs: Math.round(performance.now() - started),
  };
}

type Given = { connection: Connection; synonyms: EngineSynonyms; query: SearchQuery; parsed: ParsedQuery };
type Worth = (at: number) => number;

/** What is found with these filters: those of the query, or those without that of one facet, whose values are counted so. */
type Variant = { facet: Facet | null; filters: SearchQuery['filters'] };
type Tally = Variant & {
  documents: FoundDocument[];
  /** Threads (posts, inside a thread) in hand. */
  keys: Set<string>;
  total: number;
  facets: Answer<unknown>['facets'];
};

/** The query itself first. */
function variantsOf({ filters }: SearchQuery): Variant[] {
  const active = FACETS.filter((facet) => filters[facet].length > 0);
  return [{ facet: null, filters }, ...active.map((facet) => ({ facet, filters: { ...filters, [facet]: [] } }))];
}

/**
 * What holds all words; where that is little, behind it what holds some of them, the commonest left out first; where that is
 * little too, what holds the first ones, and the last ones. Each step is asked for what those before it did not find, so that the counts add up.
 */
async function findEnough(given: Given, worth: Worth): Promise<Tally[]> {
  const none = variantsOf(given.query).map((variant): Tally => ({
    ...variant,
    documents: [],
    keys: new Set(),
    total: 0,
    facets: {},
  }));
  const all = await findMore(given, none, { strategy: 'all', backwards: false, whole: true, worth });
  if (isEnough(all) || given.parsed.terms.length === 1 || given.query.allWords === true) return all;
  let found = all;
  for (const step of [
    { strategy: 'frequency', backwards: false },
    { strategy: 'last', backwards: false },
    { strategy: 'last', backwards: true },
  ] as const) {
    found = await findMore(given, found, { ...step, whole: false, worth });
    if (isEnough(found)) return found;
  }
  return found;
}

function isEnough([query]: readonly Tally[]): boolean {
  return (query?.total ?? 0) >= ENOUGH;
}

type Step = { strategy: 'all' | 'frequency' | 'last'; backwards: boolean; whole: boolean; worth: Worth };

async function findMore(given: Given, tallies: readonly Tally[], step: Step): Promise<Tally[]> {
  const asked = askedIn(given, step);
  const questions = tallies.flatMap((tally) =>
    asked.map((share) => questionOf(given.query, tally, share, step.strategy)),
  );
  const openings = step.strategy === 'all' ? asked.flatMap((share) => openingsOf(given.query, share)) : [];
  // Apart, since the server takes the questions of one request one after the other.
  const [answers, more] = await Promise.all([
    askAndCount(given.connection, questions),
    multiSearch<FoundDocument>(given.connection, openings),
  ]);
  const [first, ...others] = tallies.map((tally, at) =>
    answers
      .slice(at * asked.length, (at + 1) * asked.length)
      .reduce((sum, answer) => add(sum, answer, given.query), tally),
  );
  if (first === undefined) return [];
  const all = [...more.flatMap(({ hits }) => hits), ...first.documents];
  const documents = new Map(all.map((document) => [document.id, document]));
  return [{ ...first, documents: [...documents.values()] }, ...others];
}

/**
 * The first hits of each question, and how many there are. To count threads the server goes through everything that is found, one document after the
 * other, which among a million takes half a second: so it counts them where these are few, and documents where they are many.
 */
async function askAndCount(connection: Connection, questions: readonly Question[]): Promise<Answer<FoundDocument>[]> {
  const answers = await multiSearch<FoundDocument>(connection, questions);
  const uncounted = questions.flatMap((question, at) => {
    const { hits, total } = answers[at] ?? { hits: [], total: 0 };
    const hasMore = question.limit !== undefined && hits.length === question.limit;
    return hasMore && total <= MOST_COUNTED_AS_THREADS ? [{ question, at }] : [];
  });
  const counts = await multiSearch<FoundDocument>(
    connection,
    uncounted.map(({ question: { limit: _, ...question } }) => ({ ...question, page: 1, hitsPerPage: 0 })),
  );
  const counted = new Map(uncounted.map(({ at }, nth) => [at, counts[nth]]));
  return answers.map((answer, at) => {
    const { total, facets } = counted.get(at) ?? answer;
    return { hits: answer.hits, total, facets };
  });
}

/**
 * What is remembered of a thread is its opening, but where many posts hold the words, the server puts first those in which they stand side by
 * side. So openings are asked for apart: by their titles, and by all that they say. Some of what is found anyhow, nothing more.
 */
function openingsOf(query: SearchQuery, { languages, composed }: Share) {
  if (query.threadId !== null || query.sort !== 'relevance') return [];
  const filter = [...filterOf(query), 'opening = 1'];
  if (languages.length === 1) filter.push(`language = ${languages.join('')}`);
  const question = {
    q: composed.q,
    filter: [filter.join(' AND ')],
    matchingStrategy: 'all' as const,
    attributesToRetrieve: FETCHED,
    limit: OPENINGS,
  };
  return [{ ...question, attributesToSearchOn: ['titleForms', 'titleWords'] }, question];
}

/** A share of a query: the documents of one language, or of all when they are asked the same. */
type Share = { languages: readonly DocumentLanguage[]; composed: Composed };

function askedIn({ parsed, synonyms, query }: Given, { backwards, whole, worth }: Step): Share[] {
  const chosen = query.filters.language;
  const shares = LANGUAGES.map((language) => ({
    languages: [language],
    composed: compose({ parsed, synonyms, chosen, backwards, whole, worthOf: worth }, language),
  }));
  const [first] = shares;
  return first && shares.every(({ composed }) => composed.q === first.composed.q)
    ? [{ ...first, languages: LANGUAGES }]
    : shares;
}

type Question = Omit<MultiSearchQuery, 'indexUid'>;

function questionOf(
  query: SearchQuery,
  tally: Tally,
  { languages, composed }: Share,
  matchingStrategy: Step['strategy'],
): Question {
  const inside = query.threadId !== null;
  const filter = filterOf({ ...query, filters: tally.filters });
  if (languages.length === 1) filter.push(`language = ${languages.join('')}`);
  if (tally.keys.size > 0) {
    filter.push(`NOT ${inside ? 'id' : 'threadId'} IN [${[...tally.keys].map(quoted).join(', ')}]`);
  }
  const isQuery = tally.facet === null;
  const hits = isQuery ? Math.min(MOST_HITS, Math.max(RANKED, query.page * query.limit)) : RANKED;
  const facets = FACETS.filter((facet) => (isQuery ? query.filters[facet].length === 0 : facet === tally.facet));
  return {
    q: composed.q,
    filter: [filter.join(' AND ')].filter(Boolean),
    matchingStrategy,
    ...(inside
      ? { attributesToSearchOn: ['bodyForms', 'bodyWords'], page: 1, hitsPerPage: hits }
      : { distinct: 'threadId', limit: hits }),
    ...(isQuery && { sort: [...SORTS[query.sort]] }),
    attributesToRetrieve: isQuery ? FETCHED : ['id', 'threadId'],
    facets: facets.map((facet) => FIELD_OF[facet]),
  };
}

function add(tally: Tally, answer: Answer<FoundDocument>, { threadId }: SearchQuery): Tally {
  const keyOf = (document: FoundDocument) => (threadId === null ? document.threadId : document.id);
  // A thread that holds both languages may be found in both.
  const again = answer.hits.filter((document) => tally.keys.has(keyOf(document))).length;
  const facets = { ...tally.facets };
  for (const [field, counts] of Object.entries(answer.facets)) facets[field] = sumOf(facets[field] ?? {}, counts);
  return {
    ...tally,
    documents: [...tally.documents, ...answer.hits],
    keys: new Set([...tally.keys, ...answer.hits.map(keyOf)]),
    total: tally.total + answer.total - again,
    facets,
  };
}

function sumOf(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...one };
  for (const [value, count] of Object.entries(other)) sum[value] = (sum[value] ?? 0) + count;
  return sum;
}

const ANSWERED: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

function facetsOf(tallies: readonly Tally[]): FacetCounts {
  const counts = (facet: Facet) => {
    const tally = tallies.find((other) => other.facet === facet) ?? tallies[0];
    return tally?.facets[FIELD_OF[facet]] ?? {};
  };
  const answered = Object.entries(counts('answered')).map(
    ([value, count]) => [ANSWERED[value] ?? value, count] as const,
  );
  return {
    topic: counts('topic'),
    perspective: counts('perspective'),
    kind: counts('kind'),
    language: counts('language'),
    answered: Object.fromEntries(answered),
  };
}

/** What finding a term is worth, by in how many documents it is. Glue is not counted: it is everywhere. */
async function countTerms({ connection, parsed }: Given): Promise<Worth> {
  const words = [...new Set(parsed.terms.map(({ word }) => word).filter((word) => !isGlue(word)))].slice(
    0,
    MOST_COUNTED,
  );
  if (words.length < 2) return () => UNKNOWN_WORTH;
  const worths = await worthsOf(connection, words);
  return (at) => {
    const word = parsed.terms[at]?.word ?? '';
    return worths.get(word) ?? (isGlue(word) ? GLUE_WORTH : UNKNOWN_WORTH);
  };
}

type RankedHit = { score: number; threadId: string; present: () => EngineHit };

/** The best document of every thread, best first (or, inside a thread, every document). */
function rank({ parsed, synonyms, query }: Given, documents: readonly FoundDocument[], worth: Worth): RankedHit[] {
  const reading = read(documents.slice(0, MOST_RANKED));
  const plan = planFor(parsed, rephrase(parsed.terms, synonyms.synonyms, query.filters.language), reading, worth);
  const postings = postingsIn(reading, plan);
  const marks = marksOf(plan);
  const hits = documents.map((document, at): RankedHit & { document: FoundDocument } => {
    const found = postings[at];
    const { score, inTitle } = found ? scoreOf(plan, found) : { score: -at, inTitle: false };
    const present = (): EngineHit => ({
      id: document.id,
      threadId: document.threadId,
      inTitle: inTitle && query.threadId === null,
      title: markAll(document.title, marks),
      snippet: snippetOf(document.body, marks),
    });
    return { document, score, threadId: document.threadId, present };
  });
  if (query.sort === 'relevance') hits.sort((a, b) => b.score - a.score);
  if (query.sort === 'newest') hits.sort((a, b) => b.document.createdDay - a.document.createdDay);
  if (query.sort === 'discussed') hits.sort((a, b) => b.document.replyCountBucket - a.document.replyCountBucket);
  if (query.threadId !== null) return hits;
  const threads = new Set<string>();
  return hits.filter(({ threadId }) => !threads.has(threadId) && threads.add(threadId));
}
