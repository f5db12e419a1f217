import { MOST_HITS } from '../engine.ts';
import type { FacetCounts, SearchFilters, SearchQuery } from '../engine.ts';
import type { SqlExecutor } from '../sql.ts';
import type { Plan } from '../plan.ts';
import { documentsQuery, slotQuery } from './tsquery.ts';
import type { Fields } from './tsquery.ts';

/** Documents that one step looks at, at most, so that a query of common words alone stays fast. */
const MOST_DOCUMENTS = 5_000;
/** Of these, how many are measured by nearness: the best by what words they have. */
const MOST_MEASURED = 1_000;
/** Posts of one thread that are compared in detail: the best of them stands for it. */
const POSTS_OF_THREAD = 3;

/** Sets of slots; a document is looked for that holds all of any of them. */
type Choices = readonly (readonly number[])[];

export type Candidates = {
  /** Best first, by the rough measure. Up to three posts a thread. */
  posts: { id: string; threadId: string }[];
  /** Threads (posts, inside a thread) found, up to MOST_HITS. */
  total: number;
  facets: FacetCounts;
};

/** Finds the documents that hold all slots of any of the `choices`, and measures them roughly by all slots of the plan. */
export async function findCandidates(
  sql: SqlExecutor,
  plan: Plan,
  choices: Choices,
  query: SearchQuery,
): Promise<Candidates> {
  const fields: Fields = query.threadId === null ? '' : 'C';
  const parameters: (string | number | null)[] = [];
  const bind = (value: string | number | null) => `$${parameters.push(value)}`;
  const all = `${bind(documentsQuery(plan, choices, fields))}::text::tsquery`;
  const where = [`vector @@ ${all}`];
  if (query.threadId !== null) where.push(`thread_id = ${bind(query.threadId)}`);
  if (query.filters.sinceDay !== null) where.push(`created_day >= ${bind(query.filters.sinceDay)}::int`);
  for (const [column, ids] of [
    ['id', query.without.posts],
    ['thread_id', query.without.threads],
  ] as const) {
    if (ids.length > 0) {
      where.push(`${column} NOT IN (SELECT jsonb_array_elements_text(${bind(JSON.stringify(ids))}::text::jsonb))`);
    }
  }
  // Ids are compared byte by byte: the rules of a human language cost much more and order nothing better.
  const group = `${query.threadId === null ? 'thread_id' : 'id'} COLLATE "C"`;
  const statement = `
WITH found AS MATERIALIZED (
  SELECT id, thread_id, topic, topic_group, perspective, kind, language, answered, created_day, reply_count_bucket,
    ${facetFilters(query.filters, bind)}, ${roughMeasure(plan, choices, fields, bind)} AS measure
  FROM search_documents WHERE ${where.join(' AND ')} LIMIT ${MOST_DOCUMENTS}
), passed AS MATERIALIZED (
  SELECT * FROM found WHERE of_topic AND of_perspective AND of_kind AND of_language AND of_answered
), best AS (
  SELECT id, thread_id, created_day, reply_count_bucket, measure FROM passed
  ORDER BY ${ORDER[query.sort]} LIMIT ${MOST_MEASURED}
), measured AS (
  SELECT id, thread_id, created_day, reply_count_bucket, measure + ${nearness(choices, all)} AS measure FROM best
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY ${group} ORDER BY measure DESC, id) AS nth FROM measured
)
SELECT least(${MOST_HITS}, (SELECT count(DISTINCT ${group}) FROM passed))::int AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(id, thread_id)), '[]') FROM (
    SELECT id, thread_id FROM ranked WHERE nth <= ${POSTS_OF_THREAD}
    ORDER BY ${ORDER[query.sort]} LIMIT ${MOST_HITS * POSTS_OF_THREAD}
  ) listed) AS posts,
  jsonb_build_object(${FACET_COUNTS.map(([facet, counts]) => `'${facet}', ${counts(group)}`).join(', ')}) AS facets`;
  const [row] = await sql<{ total: number; posts: [string, string][]; facets: FacetCounts }>(statement, parameters);
  if (!row) throw new Error('The search statement gave no row');
  return { ...row, posts: row.posts.map(([id, threadId]) => ({ id, threadId })) };
}

/** What telling words a document has, and which words its title: enough to choose those that are looked at closely. */
function roughMeasure(plan: Plan, choices: Choices, fields: Fields, bind: (value: string) => string): string {
  const slots = plan.slots.map(({ worth, telling }, at) => {
    const inTitle = `WHEN vector @@ ${bind(slotQuery(plan, at, 'A'))}::text::tsquery THEN 2`;
    if (choices.every((ats) => ats.includes(at))) return `CASE ${inTitle} ELSE 1 END * ${worth.toFixed(4)}`;
    // Words that are nearly everywhere say something only about a title that has them.
    const anywhere = telling ? `WHEN vector @@ ${bind(slotQuery(plan, at, fields))}::text::tsquery THEN 1` : '';
    return `CASE ${inTitle} ${anywhere} ELSE 0 END * ${worth.toFixed(4)}`;
  });
  // Among equals openings go first, and short titles: they are about little else.
  return ['CASE WHEN is_opening THEN 0.1 ELSE 0 END + 0.1 / (1 + title_length)', ...slots].join(' + ');
}

/** How near the words stand. One word is near to itself, and this costs more than all the rest. */
function nearness(choices: Choices, all: string): string {
  if (choices.every((ats) => ats.length <= 1)) return '0';
  return `(SELECT ts_rank_cd('{0, 0.5, 0.25, 1}', vector, ${all}, 1) FROM search_documents WHERE id = best.id)`;
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

const FACET_COUNTS: [string, (group: string) => string][] = [
  ['topic', (group) => counts('topic', group, 'unnest(ARRAY[topic, topic_group]) AS value')],
  ['perspective', (group) => counts('perspective', group, 'unnest(ARRAY[perspective]) AS value')],
  ['kind', (group) => counts('kind', group, 'unnest(ARRAY[kind]) AS value')],
  ['language', (group) => counts('language', group, 'unnest(ARRAY[language]) AS value')],
  [
    'answered',
    (group) => counts('answered', group, "unnest(ARRAY[CASE WHEN answered THEN 'yes' ELSE 'no' END]) AS value"),
  ],
];

function counts(facet: keyof typeof OTHER_FILTERS, group: string, values: string): string {
  return `(SELECT coalesce(jsonb_object_agg(value, hits), '{}') FROM (
    SELECT value, count(DISTINCT ${group}) AS hits FROM found, ${values} WHERE ${OTHER_FILTERS[facet]} GROUP BY value
  ) counted)`;
}
