import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { DomainError } from '#app/platform/errors.ts';
import { THREAD_KINDS } from '../threads/views.ts';
import { isPerspective } from '../topics/perspectives.ts';
import { LONGEST_QUERY, PERIODS, SORTS } from './choices.ts';

const LAST_PAGE = 200;
/** Values of one filter. */
const MOST_VALUES = 20;

/** Forms send what was left empty as an empty text: it counts as not given. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);
const one = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((values) => given(Array.isArray(values) ? values.at(-1) : values), schema);
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (values) => (Array.isArray(values) ? (values as unknown[]).filter((value) => value !== '') : []),
    z.array(schema).max(MOST_VALUES),
  );

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
const wholeNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/)
  .transform(Number);
const since = z.union([z.enum(PERIODS), z.iso.date()]);

/** The search parameters of design's contract, each as the list of its values. Unknown parameters are passed over. */
export const searchRequestSchema = z.object({
  q: one(z.string().max(LONGEST_QUERY).default('')),
  topic: several(slug),
  perspective: several(z.string().refine(isPerspective)),
  kind: several(z.enum(THREAD_KINDS)),
  language: several(z.enum(LANGUAGES)),
  answered: several(z.enum(['yes', 'no'])),
  since: one(since.optional()).transform((value) => value ?? null),
  sort: one(z.enum(SORTS).default('relevance')),
  thread: one(
    z
      .string()
      .regex(/^[a-z2-7]{10,32}$/)
      .optional(),
  ).transform((value) => value ?? null),
  page: one(wholeNumber.pipe(z.number().max(LAST_PAGE)).default(1)),
  limit: one(wholeNumber.pipe(z.number().max(50)).default(20)),
});

/** What is searched for and how, whoever asks and wherever: the page, the API, a feed. */
export type SearchRequest = z.output<typeof searchRequestSchema>;

/**
 * Reads the search parameters of an address.
 *
 * @throws DomainError `bad-request` naming the parameter (not its value) that makes no sense.
 */
export function parseSearchRequest(parameters: URLSearchParams): SearchRequest {
  const parsed = searchRequestSchema.safeParse(valuesOf(parameters));
  if (parsed.success) return parsed.data;
  throw new DomainError('bad-request', `Not a search: ${faultyNames(parsed.error).join(', ')}`);
}

export type SearchParameter = keyof SearchRequest;

/** What an address asks for as far as it makes sense, and the parameters of which something was passed over or cut short. */
export type ReadRequest = { request: SearchRequest; passedOver: SearchParameter[] };

/** The same for a page, which answers whatever it is asked: what makes no sense is passed over, too long a text is cut. */
export function readSearchRequest(parameters: URLSearchParams): ReadRequest {
  const values = valuesOf(parameters);
  const parsed = searchRequestSchema.safeParse(values);
  if (parsed.success) return { request: parsed.data, passedOver: [] };
  const passedOver = faultyNames(parsed.error);
  for (const name of passedOver) values[name] = sensibleValues(name, values[name] ?? []);
  return { request: searchRequestSchema.parse(values), passedOver };
}

function valuesOf(parameters: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

function faultyNames(error: z.ZodError): SearchParameter[] {
  return [...new Set(error.issues.map((issue) => issue.path[0] as SearchParameter))];
}

function sensibleValues(name: SearchParameter, values: readonly string[]): string[] {
  if (name === 'q') return [(values.at(-1) ?? '').slice(0, LONGEST_QUERY)];
  return values.filter((value) => searchRequestSchema.shape[name].safeParse([value]).success).slice(0, MOST_VALUES);
}
