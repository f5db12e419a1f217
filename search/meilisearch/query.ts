import { setImmediate } from 'node:timers/promises';
import {
  MOST_HITS,
  type DocumentLanguage,
  type EngineHit,
  type EngineResult,
  type FacetCounts,
  type SearchQuery,
} from '../engine.ts';
import { isGlue } from '../glue-words.ts';
import { markAll, snippetOf } from '../highlight.ts';
import { parseQuery, type ParsedQuery } from '../parse-query.ts';
import { marksOf } from '../plan.ts';
import { scoreOf } from '../score.ts';
import { rephrase } from '../synonyms.ts';
import { askAndCount } from './ask-and-count.ts';
import { askedTogether } from './asked-together.ts';
import { compose, MOST_WORDS } from './compose.ts';
import { worthsOf } from './count.ts';
import type { Connection } from './connection.ts';
import { lookAtLanguages } from './languages-in-use.ts';
import { mayMatterTo } from './may-matter.ts';
import type { Ask } from './multi-search.ts';
import { OPENINGS, openingsOf, questionOf, RANKED, type Strategy, type Wanted } from './questions.ts';
import { planFor } from './rank.ts';
import { postingsIn, read, type FoundDocument } from './reading.ts';
import { sharesOf, type Share } from './shares.ts';
import type { EngineSynonyms } from './synonyms.ts';
import { add, facetsOf, nothingFound, sumUp, type Tally } from './tally.ts';

/** Threads that a query should find before words of it are left out. */
const ENOUGH = 10;
/** Documents that are looked at word by word; those behind them keep the server's order. */
const MOST_RANKED = 2 * (RANKED + 2 * OPENINGS);
/** What a glue word is worth beside words that were counted. */
const GLUE_WORTH = 0.5;
const UNKNOWN_WORTH = 5;
const MOST_COUNTED = 24;

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
  const given: Given = { ...{ connection, synonyms, query, parsed }, ...askingBy(connection), wants: 'hits' };
  // Only of too many words is it asked first what they tell; ranking wants to know it afterwards.
  const first = parsed.terms.length > MOST_WORDS ? await countTerms(given) : () => UNKNOWN_WORTH;
  const [worth, tallies] = await Promise.all([
    parsed.terms.length > MOST_WORDS ? first : countTerms(given),
    findEnough(given, first),
    lookAtLanguages(connection),
  ]);
  // What is still to be counted goes out first: the server counts while we rank.
  await setImmediate();
  const page = rank(given, tallies[0]?.documents ?? [], worth).slice(
    (query.page - 1) * query.limit,
    query.page * query.limit,
  );
  const hits = page.map(({ present }) => present());
  const counts = await Promise.all(tallies.map(sumUp));
  return {
    hits,
    total: Math.min(MOST_HITS, counts[0]?.total ?? 0),
    facets: facetsOf(counts),
    tookMs: Math.round(performance.now() - started),
  };
}

/** As `SearchEngine.count` promises. */
export async function countHits(connection: Connection, synonyms: EngineSynonyms, query: SearchQuery): Promise<number> {
  const parsed = parseQuery(query.text);
  if (parsed.terms.length === 0) return 0;
  const given: Given = { ...{ connection, synonyms, query, parsed }, ...askingBy(connection), wants: 'count' };
  const worth = parsed.terms.length > MOST_WORDS ? await countTerms(given) : () => UNKNOWN_WORTH;
  const [tally] = await findEnough(given, worth);
  return Math.min(MOST_HITS, tally === undefined ? 0 : (await sumUp(tally)).total);
}

type Given = {
  connection: Connection;
  synonyms: EngineSynonyms;
  query: SearchQuery;
  parsed: ParsedQuery;
  languages: readonly DocumentLanguage[];
  /** For what is asked beside the questions for hits: one request for all of it. */
  aside: Ask;
  wants: Wanted;
};
type Worth = (at: number) => number;

function askingBy(connection: Connection): Pick<Given, 'languages' | 'aside'> {
  return { languages: connection.languages.inUse, aside: askedTogether(connection) };
}

type Step = { strategy: Strategy; backwards: boolean; whole: boolean };

/**
 * What holds all words; where that is little, behind it what holds some of them, the commonest left out first; where that is
 * little too, what holds the first ones, and the last ones. Each step is asked for what those before it did not find, so that the counts add up.
 */
const STEPS: readonly Step[] = [
  { strategy: 'all', backwards: false, whole: true },
  { strategy: 'frequency', backwards: false, whole: false },
  { strategy: 'last', backwards: false, whole: false },
  { strategy: 'last', backwards: true, whole: false },
];

function stepsOf({ parsed, query }: Given): readonly Step[] {
  return parsed.terms.length === 1 || query.allWords === true ? STEPS.slice(0, 1) : STEPS;
}

/** The query's own tally, and where hits are wanted behind it one for each of its facets. */
async function findEnough(given: Given, worth: Worth): Promise<Tally[]> {
  let tallies = nothingFound(given.query).slice(0, given.wants === 'count' ? 1 : undefined);
  for (const step of stepsOf(given)) {
    tallies = await findMore(given, tallies, { ...step, worth });
    if (tallies[0] === undefined || isEnough(tallies[0])) break;
  }
  return tallies;
}

function isEnough({ keys }: Tally): boolean {
  return keys.size >= ENOUGH;
}

/** What one step finds beyond what each of the tallies holds, added to it. Documents to rank are the first one's. */
async function findMore(given: Given, tallies: readonly Tally[], step: Step & { worth: Worth }): Promise<Tally[]> {
  const asked = askedIn(given, step);
  const questions = tallies.flatMap((tally) =>
    asked.map((share) => questionOf(given.query, tally, share, { ...step, wants: given.wants })),
  );
  const areOpeningsAsked = step.strategy === 'all' && given.wants === 'hits';
  const openings = areOpeningsAsked ? asked.flatMap((share) => openingsOf(given.query, share)) : [];
  // Apart, since the server takes the questions of one request one after the other.
  const [answers, more] = await Promise.all([
    askAndCount(given.connection, questions),
    given.aside<FoundDocument>(openings),
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

function askedIn({ parsed, synonyms, query, languages }: Given, step: Step & { worth: Worth }): Share[] {
  const { backwards, whole, worth } = step;
  const chosen = query.filters.language;
  const given = { parsed, synonyms, chosen, backwards, whole, worthOf: worth };
  return sharesOf(languages, (language) => compose(given, language));
}

/** What finding a term is worth, by in how many documents it is. Glue is not counted: it is everywhere. */
async function countTerms({ connection, parsed, aside }: Given): Promise<Worth> {
  const words = [...new Set(parsed.terms.map(({ word }) => word).filter((word) => !isGlue(word)))].slice(
    0,
    MOST_COUNTED,
  );
  if (words.length < 2) return () => UNKNOWN_WORTH;
  const worths = await worthsOf(connection, words, { ask: aside });
  return (at) => {
    const word = parsed.terms[at]?.word ?? '';
    return worths.get(word) ?? (isGlue(word) ? GLUE_WORTH : UNKNOWN_WORTH);
  };
}

type RankedHit = { score: number; threadId: string; present: () => EngineHit };

/** The best document of every thread, best first (or, inside a thread, every document). */
function rank({ parsed, synonyms, query }: Given, documents: readonly FoundDocument[], worth: Worth): RankedHit[] {
  const rephrasings = rephrase(parsed.terms, synonyms.synonyms, query.filters.language);
  const synonymous = rephrasings.flatMap(({ words }) => words);
  const reading = read(documents.slice(0, MOST_RANKED), mayMatterTo(parsed.terms, synonymous));
  const plan = planFor(parsed, rephrasings, reading, worth);
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
