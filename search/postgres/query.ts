import type { EngineHit, EngineResult, FacetCounts, SearchQuery } from '../engine.ts';
import { markAll, snippetOf } from '../highlight.ts';
import { parseQuery } from '../parse-query.ts';
import type { ParsedQuery } from '../parse-query.ts';
import { marksOf } from '../plan.ts';
import type { Plan } from '../plan.ts';
import { scoreOf } from '../score.ts';
import type { SqlExecutor } from '../sql.ts';
import { rephrase } from '../synonyms.ts';
import type { Synonyms } from '../synonyms.ts';
import { countCandidates, findCandidates } from './candidates.ts';
import type { Candidates, Choices } from './candidates.ts';
import { completions, completionsAfterSlip, corrections, lookUp, mayHoldSlip } from './lexicon.ts';
import type { Correction } from './lexicon.ts';
import { isDoubtful, makePlan } from './plan.ts';
import { readPostings } from './postings.ts';

/** Threads that a query should find before words of it are left out. */
const ENOUGH = 10;
/** Candidates that are ranked in detail; those behind them keep their rough order. */
const RANKED = 200;
const SHORTEST_BEGINNING = 2;
/** From this length on the beginning of a word may hold a slip: shorter ones are near to everything. */
const SLIP_IN_BEGINNING_FROM = 5;
const MOST_COMPLETIONS = 40;

const NO_FACETS: FacetCounts = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };

/** As `SearchEngine.query` promises. */
export async function runQuery(sql: SqlExecutor, synonyms: Synonyms, query: SearchQuery): Promise<EngineResult> {
  const started = performance.now();
  const parsed = parseQuery(query.text);
  if (parsed.terms.length === 0) return { hits: [], total: 0, facets: NO_FACETS, tookMs: 0 };
  const plan = await planFor(sql, synonyms, parsed, query.filters.language);
  const candidates = await findEnough(plan, query, (choices) => findCandidates(sql, plan, choices, query), behind);
  const ranked = await rank(sql, plan, candidates, query);
  const page = ranked.slice((query.page - 1) * query.limit, query.page * query.limit);
  const hits = await present(sql, plan, page);
  return { hits, total: candidates.total, facets: candidates.facets, tookMs: Math.round(performance.now() - started) };
}

/** As `SearchEngine.count` promises. */
export async function countHits(sql: SqlExecutor, synonyms: Synonyms, query: SearchQuery): Promise<number> {
  const parsed = parseQuery(query.text);
  if (parsed.terms.length === 0) return 0;
  const plan = await planFor(sql, synonyms, parsed, query.filters.language);
  const { total } = await findEnough(plan, query, (choices) => countCandidates(sql, plan, choices, query));
  return total;
}

/** What documents are chosen and ranked by for a parsed query. */
export async function planFor(
  sql: SqlExecutor,
  synonyms: Synonyms,
  parsed: ParsedQuery,
  languages: readonly string[],
): Promise<Plan> {
  const rephrasings = rephrase(parsed.terms, synonyms, languages);
  const words = new Set([...parsed.terms.map(({ word }) => word), ...rephrasings.flatMap((other) => other.words)]);
  const found = await lookUp(sql, [...words]);
  const last = parsed.terms.find(({ unfinished }) => unfinished)?.word ?? '';
  const endings = last.length < SHORTEST_BEGINNING ? [] : await completions(sql, last, MOST_COMPLETIONS);
  const corrected = new Map<string, Correction[]>();
  for (const { word, quoted } of parsed.terms) {
    if (quoted || corrected.has(word) || !mayHoldSlip(word) || !isDoubtful(word, found)) continue;
    if (word === last && endings.some((ending) => ending.word !== word && ending.docs > 1)) continue;
    corrected.set(word, await corrections(sql, word));
  }
  const isSlip = mayHoldSlip(last) && last.length >= SLIP_IN_BEGINNING_FROM && corrected.get(last)?.length === 0;
  const afterSlip = isSlip ? await completionsAfterSlip(sql, last, MOST_COMPLETIONS) : [];
  return makePlan(parsed, rephrasings, {
    ...found,
    ...{ completions: endings, areAllCompletions: endings.length < MOST_COMPLETIONS },
    ...{ completionsAfterSlip: afterSlip, corrections: corrected },
  });
}

/**
 * Documents that hold all telling words of the query and then, until there are enough, those that hold all but the commonest,
 * all but the two commonest, and so on. Each step finds what the one before it found, and more. If even the rarest alone finds
 * too few, it may be the one that is out of place: then those follow that hold all the others. Where all words are asked for,
 * the first step is the only one.
 */
async function findEnough<Found extends { total: number }>(
  plan: Plan,
  query: SearchQuery,
  find: (choices: Choices) => Promise<Found>,
  behindEachOther: (narrow: Found, wide: Found) => Found = (_, wide) => wide,
): Promise<Found> {
  const rarestLast = plan.slots
    .map((slot, at) => ({ ...slot, at }))
    // A word that nothing holds is passed over, unless it must be there like all the others.
    .filter(({ telling, docs }) => telling || (query.allWords === true && docs === 0))
    .sort((a, b) => b.docs - a.docs)
    .map(({ at }) => at);
  for (let left = 0; ; left += 1) {
    const kept = rarestLast.slice(left);
    const found = await find([kept]);
    if (found.total >= ENOUGH || rarestLast.length === 1 || query.allWords === true) return found;
    if (kept.length === 1) return behindEachOther(found, await find([kept, rarestLast.slice(0, -1)]));
  }
}

/** What a wider search found, with what the narrower one found in front: it may not have looked at all of that. */
function behind(narrow: Candidates, wide: Candidates): Candidates {
  const known = new Set(narrow.posts.map(({ id }) => id));
  return { ...wide, posts: [...narrow.posts, ...wide.posts.filter(({ id }) => !known.has(id))] };
}

type RankedPost = { id: string; threadId: string; inTitle: boolean };

/** The best post of every thread, best first (or, inside a thread, every post). */
async function rank(sql: SqlExecutor, plan: Plan, { posts }: Candidates, query: SearchQuery): Promise<RankedPost[]> {
  const first = posts.slice(0, RANKED);
  const postings = await readPostings(
    sql,
    plan,
    first.map(({ id }) => id),
  );
  const scored = first.flatMap((post) => {
    const found = postings.get(post.id);
    return found ? [{ ...post, ...scoreOf(plan, found) }] : [];
  });
  if (query.sort === 'relevance') scored.sort((a, b) => b.score - a.score);
  const rest = posts.slice(RANKED).map((post) => ({ ...post, inTitle: false }));
  const all: RankedPost[] = [...scored, ...rest];
  if (query.threadId !== null) return all.map((post) => ({ ...post, inTitle: false }));
  const threads = new Set<string>();
  return all.filter(({ threadId }) => !threads.has(threadId) && threads.add(threadId));
}

async function present(sql: SqlExecutor, plan: Plan, page: readonly RankedPost[]): Promise<EngineHit[]> {
  const texts = await sql<{ id: string; title: string; body: string }>(
    `SELECT document_id AS id, title, body FROM search_texts
     WHERE document_id IN (SELECT jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(page.map(({ id }) => id))],
  );
  const byId = new Map(texts.map((text) => [text.id, text]));
  const worth = marksOf(plan);
  return page.flatMap(({ id, threadId, inTitle }) => {
    const text = byId.get(id);
    if (!text) return [];
    return [{ id, threadId, inTitle, title: markAll(text.title, worth), snippet: snippetOf(text.body, worth) }];
  });
}
