import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { DomainError } from '#app/platform/errors.ts';
import { THREAD_KINDS } from '../threads/views.ts';
import { isPerspective } from '../topics/perspectives.ts';
import { LONGEST_QUERY, SORTS } from './choices.ts';

const LAST_PAGE = 200;

/** Forms send what was left empty as an empty text: it counts as not given. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);
const one = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((values) => given(Array.isArray(values) ? values.at(-1) : values), schema);
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (values) => (Array.isArray(values) ? (values as unknown[]).filter((value) => value !== '') : []),
    z.array(schema).max(20),
  );

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
const wholeNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/)
  .transform(Number);
const since = z.union([z.enum(['7d', '30d', '1y']), z.iso.date()]);

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
  const values = Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
  const parsed = searchRequestSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new DomainError('bad-request', `Not a search: ${names.join(', ')}`);
}
