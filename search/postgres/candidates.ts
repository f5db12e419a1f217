import { FACETS, MOST_HITS } from '../engine.ts';
import type { Facet, FacetCounts, SearchFilters, SearchQuery } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import type { Plan } from '../plan.ts';
import { asTyped } from './plan.ts';
import { documentsQueries, slotQuery } from './tsquery.ts';
import type { Fields } from './tsquery.ts';

/** Documents that one step looks at, at most, so that a query of common words alone stays fast. */
const MOST_DOCUMENTS = 3_000;
/** Posts of one thread that are compared in detail: the best of them stands for it. */
const POSTS_OF_THREAD = 3;

/** Sets of slots; a document is looked for that holds all of any of them. */
export type Choices = readonly (readonly number[])[];

export type Candidates = {
  /** Best first, by the rough measure. Up to three posts a thread. */
  posts: { id: string; threadId: string }[];
  /** Threads (posts, inside a thread) found, up to MOST_HITS. */
  total: number;
  facets: FacetCounts;
};

type Bind = (value: string | number | null) => string;

/**
 * Finds the documents that hold all slots of any of the `choices`, and measures them roughly by all slots of the plan. Those that hold the
 * words as they were typed come first: of words that are everywhere only so many documents are looked at.
 */
export async function findCandidates(
  sql: SqlExecutor,
  plan: Plan,
  choices: Choices,
  query: SearchQuery,
): Promise<Candidates> {
  const parameters: (string | number | null)[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const columns = `id, thread_id, topic, topic_group, perspective, kind, language, answered, created_day, reply_count_bucket`;
  const measure = roughMeasure(plan, choices, fieldsOf(query), bind);
  const group = groupOf(query);
  const statement = `
WITH found AS MATERIALIZED (
  ${foundBy(plan, choices, query, { bind, columns, measure })}
), passed AS MATERIALIZED (
  ${PASSED}
), ranked AS (
  -- Ids are compared byte by byte: the rules of a human language cost much more and order nothing better.
  SELECT *, row_number() OVER (PARTITION BY ${group} COLLATE "C" ORDER BY measure DESC, id) AS nth FROM passed
)
SELECT ${totalOf(group)} AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(id, thread_id)), '[]') FROM (
    SELECT id, thread_id FROM ranked WHERE nth <= ${POSTS_OF_THREAD}
    ORDER BY ${ORDER[query.sort]} LIMIT ${MOST_HITS * POSTS_OF_THREAD}
  ) listed) AS posts,
  jsonb_build_object(${FACETS.map((facet) => `'${facet}', ${counts(facet, group)}`).join(', ')}) AS facets`;
  const [row] = await sql<{ total: number; posts: [string, string][]; facets: FacetCounts }>(statement, parameters);
  if (!row) throw new Error('The search statement gave no row');
  return { ...row, posts: row.posts.map(([id, threadId]) => ({ id, threadId })) };
}

/** The `total` of the same candidates, without looking at them closer. */
export async function countCandidates(
  sql: SqlExecutor,
  plan: Plan,
  choices: Choices,
  query: SearchQuery,
): Promise<{ total: number }> {
  const parameters: (string | number | null)[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const group = groupOf(query);
  const statement = `
WITH found AS MATERIALIZED (
  ${foundBy(plan, choices, query, { bind, columns: group, measure: null })}
), passed AS MATERIALIZED (
  ${PASSED}
)
SELECT ${totalOf(group)} AS total`;
  const [row] = await sql<{ total: number }>(statement, parameters);
  return { total: row?.total ?? 0 };
}

type Wanted = { bind: Bind; columns: string; measure: string | null };

/** The statement that gives the documents which hold the words, as far as they are looked at: `columns`, what each filter says of them, and the measure if one is wanted. */
function foundBy(plan: Plan, choices: Choices, query: SearchQuery, { bind, columns, measure }: Wanted): string {
  const fields = fieldsOf(query);
  const all = documentsQueries(plan, choices, fields);
  const typed = documentsQueries(asTyped(plan), choices, fields);
  const passes = passesFor(query, bind)
    .map((condition) => ` AND ${condition}`)
    .join('');
  const wanted = `${columns}, ${facetFilters(query.filters, bind)}`;
  const holdsAll = (words: readonly string[]) =>
    words.map((one) => `vector @@ ${bind(one)}::text::tsquery`).join(' AND ');
  const isFound = holdsAll(all);
  const looksIntoTitles = measure !== null && titleHits(plan, bind);
  const those = (condition: string): string => {
    const documents = `search_documents WHERE ${condition}${passes}`;
    if (looksIntoTitles === false) return documents;
    return `(
      SELECT *, ${looksIntoTitles}
      FROM (SELECT *, ts_filter(vector, '{a}') AS title FROM ${documents} OFFSET 0) looked_at OFFSET 0
    ) looked_at`;
  };
  const measured = (more: () => string): string => (measure === null ? '' : `, ${measure} + ${more()} AS measure`);
  if (String(all) === String(typed) || !mayBeTooMany(plan, choices)) {
    const bonus = () => `CASE WHEN ${holdsAll(typed)} THEN ${TYPED} ELSE 0 END`;
    return `SELECT ${wanted}${measured(bonus)} FROM ${those(isFound)} LIMIT ${MOST_DOCUMENTS}`;
  }
  const isTyped = holdsAll(typed);
  return `SELECT ${wanted}${measured(() => String(TYPED))} FROM ${those(isTyped)}
      UNION ALL SELECT ${wanted}${measured(() => '0')} FROM ${those(`${isFound} AND NOT (${isTyped})`)} LIMIT ${MOST_DOCUMENTS}`;
}

const PASSED = 'SELECT * FROM found WHERE of_topic AND of_perspective AND of_kind AND of_language AND of_answered';

function totalOf(group: string): string {
  return `least(${MOST_HITS}, (SELECT count(*) FROM (SELECT DISTINCT ${group} FROM passed) groups))::int`;
}

function fieldsOf({ threadId }: SearchQuery): Fields {
  return threadId === null ? '' : 'C';
}

function groupOf({ threadId }: SearchQuery): string {
  return threadId === null ? 'thread_id' : 'id';
}

/**
 * Whether more documents may hold the words than are looked at. Then those that hold them as they were typed must be looked up first, which takes
 * a second look. It is not known how many documents are found by a detour, or by what an unfinished word may become.
 */
function mayBeTooMany({ slots, detours }: Plan, choices: Choices): boolean {
  const docs = slots.map((slot, at) =>
    slot.beginning !== null || detours.some(({ from, to }) => from <= at && at < to) ? Infinity : slot.docs,
  );
  const most = (ats: readonly number[]) => Math.min(...ats.map((at) => docs[at] ?? Infinity));
  return choices.reduce((sum, ats) => sum + most(ats), 0) > MOST_DOCUMENTS;
}

/** What a document must be beside holding the words, but for the facets. */
function passesFor(
  { threadId, filters, without }: SearchQuery,
  bind: (value: string | number | null) => string,
): string[] {
  const isNotIn = (column: string, ids: readonly string[]) =>
    `${column} NOT IN (SELECT jsonb_array_elements_text(${bind(JSON.stringify(ids))}::text::jsonb))`;
  return [
    ...(threadId === null ? [] : [`thread_id = ${bind(threadId)}`]),
    ...(filters.sinceDay === null ? [] : [`created_day >= ${bind(filters.sinceDay)}::int`]),
    ...(without.posts.length === 0 ? [] : [isNotIn('id', without.posts)]),
    ...(without.threads.length === 0 ? [] : [isNotIn('thread_id', without.threads)]),
  ];
}

/** What it is worth to hold the words as they were typed, beside the rough measure. */
const TYPED = 0.5;

/**
 * About what score.ts says, as far as it can be said without looking where words stand: what share of the telling words a document has, what share
 * its title has, and whether it is an opening. Enough to choose those that are looked at closely.
 */
function roughMeasure(plan: Plan, choices: Choices, fields: Fields, bind: (value: string) => string): string {
  const whole = plan.slots.reduce((sum, { worth }) => sum + worth, 0) || 1;
  const share = (holds: (telling: boolean, at: number) => string) =>
    plan.slots
      .map(({ worth, telling }, at) => `CASE WHEN ${holds(telling, at)} THEN ${(worth / whole).toFixed(4)} ELSE 0 END`)
      .join(' + ');
  const has = (at: number) => `vector @@ ${bind(slotQuery(plan, at, fields))}::text::tsquery`;
  const title = share((_, at) => inTitle(at));
  // Words that are nearly everywhere say something only about a title that has them.
  const covered = share((telling, at) =>
    choices.every((ats) => ats.includes(at)) ? 'true' : telling ? has(at) : inTitle(at),
  );
  // Among equals short titles go first: they are about little else.
  return `2 * power(${covered}, 3) + power(${title}, 2) + CASE WHEN is_opening THEN 0.2 ELSE 0 END + 0.01 / (1 + title_length)`;
}

/**
 * One column a slot: whether the title has it. Looked up in the title's words alone, once: to look into all words of a document for each of them
 * takes most of the time that a search takes.
 */
function titleHits(plan: Plan, bind: (value: string) => string): string {
  return plan.slots
    .map((_, at) => `title @@ ${bind(slotQuery(plan, at, 'A'))}::text::tsquery AS ${inTitle(at)}`)
    .join(', ');
}

function inTitle(at: number): string {
  return `title_has_${at}`;
}

const ORDER = {
  relevance: 'measure DESC, id',
  newest: 'created_day DESC, measure DESC, id',
  discussed: 'reply_count_bucket DESC, measure DESC, id',
} as const;

/** One column a facet: whether its own filter lets the document through. Apart, so that counts can leave one filter out. */
function facetFilters(filters: SearchFilters, bind: (value: string) => string): string {
  const isIn = (column: string, values: readonly unknown[]) =>
    values.length === 0 ? 'true' : `${bind(JSON.stringify(values))}::text::jsonb @> to_jsonb(${column})`;
  const topic = `(${isIn('topic', filters.topic)} OR ${isIn('topic_group', filters.topic)})`;
  return `${topic} AS of_topic, ${isIn('perspective', filters.perspective)} AS of_perspective,
    ${isIn('kind', filters.kind)} AS of_kind, ${isIn('language', filters.language)} AS of_language,
    ${isIn('answered', filters.answered)} AS of_answered`;
}

const OTHER_FILTERS = {
  topic: 'of_perspective AND of_kind AND of_language AND of_answered',
  perspective: 'of_topic AND of_kind AND of_language AND of_answered',
  kind: 'of_topic AND of_perspective AND of_language AND of_answered',
  language: 'of_topic AND of_perspective AND of_kind AND of_answered',
  answered: 'of_topic AND of_perspective AND of_kind AND of_language',
} as const;

const VALUES_OF: Record<Facet, string> = {
  topic: 'topic, topic_group',
  perspective: 'perspective',
  kind: 'kind',
  language: 'language',
  answered: "CASE WHEN answered THEN 'yes' ELSE 'no' END",
};

/** How many threads (posts, inside a thread) have each value of a facet. A thread has one topic, which has one group: both are counted from the same rows. */
function counts(facet: Facet, group: string): string {
  const once = `SELECT DISTINCT ${VALUES_OF[facet]}${facet === 'topic' ? '' : ' AS value'}, ${group} AS grouped FROM found WHERE ${OTHER_FILTERS[facet]}`;
  const value = facet === 'topic' ? 'coalesce(topic, topic_group)' : 'value';
  const by = facet === 'topic' ? 'GROUPING SETS ((topic), (topic_group))' : 'value';
  return `(SELECT coalesce(jsonb_object_agg(value, hits), '{}') FROM (
    SELECT ${value} AS value, count(*) AS hits FROM (${once}) once GROUP BY ${by}
  ) counted)`;
}
