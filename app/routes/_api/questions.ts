import { z } from 'zod';
import { LONGEST_QUERY, SORTS } from '#app/domain/search/choices.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { THREAD_SORTS } from '#app/domain/threads/list-threads.server.ts';
import { THREAD_KINDS } from '#app/domain/threads/views.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';

/** The query parameters of the public API, each address its own. What is not named here is refused, so that a typo is told. */

/** As it is written, not as a program may read it: `1e9` and ` 7` are no numbers of ours. */
const wholeNumber = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,8})$/)
  .transform(Number);
const limit = wholeNumber.pipe(z.number().min(1).max(50)).default(20).describe('How many a page holds, from 1 to 50');
const language = z.enum(LANGUAGES).optional().describe('Of names of topics. Accept-Language if not said');

export const threadsQuestion = z.strictObject({
  topic: z.string().min(1).max(100).optional().describe('Slug of a topic or a topic group'),
  sort: z
    .enum(THREAD_SORTS)
    .default('latest')
    .describe('By latest activity, newest first, or newest without an answer'),
  after: z.string().max(100).optional().describe('`next` of the page before'),
  limit,
  language,
});

export const threadQuestion = z.strictObject({
  after: wholeNumber.default(0).describe('`next` of the page before: the number of its last post'),
  limit,
  language,
});

export const languageQuestion = z.strictObject({ language });

const several = (description: string, value: z.ZodType = z.string()) =>
  z.array(value).optional().describe(`${description}. May be repeated: any of them`);

/** Describes what `parseSearchRequest` reads, which the search page shares; its test holds the two together. */
export const searchQuestion = z.strictObject({
  q: z.string().max(LONGEST_QUERY).optional().describe('Words, as a person types them'),
  topic: several('Slug of a topic or a topic group'),
  perspective: several("Slug of the post's perspective"),
  kind: several('Kind of the thread', z.enum(THREAD_KINDS)),
  language: several('Language of the post', z.enum(LANGUAGES)),
  answered: several('Whether the thread has an answer', z.enum(['yes', 'no'])),
  since: z.string().optional().describe('Written since: `7d`, `30d`, `1y` or a day such as `2026-01-31`'),
  sort: z.enum(SORTS).default('relevance').describe('Order of the hits'),
  thread: z.string().optional().describe('Id of a thread to search in: hits are then its posts'),
  page: z.int().min(1).max(200).default(1).describe('From 1'),
  limit: z.int().min(1).max(50).default(20).describe('Hits a page'),
} satisfies Record<keyof SearchRequest, z.ZodType>);
