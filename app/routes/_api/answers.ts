import { z } from 'zod';
import { THREAD_KINDS } from '#app/domain/threads/views.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';

/** What the public API answers. The OpenAPI description is generated from these schemas, and the tests check answers by them. */
export const answerSchemas = z.registry<{ id: string; description?: string }>();

function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  answerSchemas.add(schema, { id, description });
  return schema;
}

const address = z.url().describe("Where a person reads it: an absolute address on the forum's own origin");
const hour = z.iso.datetime().describe('Rounded down to the hour, as stored');
const perspective = z.string().describe('Slug of the perspective the writer chose');
const count = z.int().min(0);
const next = z.string().nullable().describe('Hand it in as `after` for the next page; null on the last');

const threadSummary = {
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  topic: z.string().describe('Slug of the topic'),
  kind: z.enum(THREAD_KINDS),
  language: z.enum(LANGUAGES),
  perspective,
  replies: count,
  createdAt: hour,
  lastActivityAt: hour,
  url: address,
  externalRef: z.string().nullable().describe('What the thread was called where it was imported from'),
};

export const threadSummarySchema = named('ThreadSummary', 'A thread in a list', z.strictObject(threadSummary));

export const threadDetailSchema = named(
  'Thread',
  'A thread on its own. The text of its opening is post number 1',
  z.strictObject({
    ...threadSummary,
    question: z.string().nullable(),
    contentWarning: z.string().nullable().describe('What the thread deals with that a reader may want to be warned of'),
    locked: z.boolean(),
  }),
);

export const postSchema = named(
  'Post',
  'One contribution; number 1 opens its thread',
  z.strictObject({
    id: z.string(),
    number: z.int().min(1),
    perspective,
    author: z
      .strictObject({ kind: z.enum(['pen', 'persona']), name: z.string() })
      .describe("A pen name, or an anonymous writer's alias, which holds in this thread alone"),
    createdAt: hour,
    edited: z.strictObject({ by: z.enum(['author', 'moderator']), at: hour, reason: z.string().nullable() }).nullable(),
    html: z.string().describe('Sanitised'),
    text: z.string().describe('The same without markup'),
    quoteOf: z.string().nullable().describe('Id of the post it answers'),
    url: address,
  }),
);

export const threadListSchema = named(
  'ThreadList',
  'A page of threads',
  z.strictObject({ threads: z.array(threadSummarySchema), next }),
);

export const threadAnswerSchema = named(
  'ThreadAnswer',
  'A thread and a page of its posts in their order',
  z.strictObject({
    thread: threadDetailSchema,
    posts: z.array(postSchema),
    next: z.int().nullable().describe('Hand it in as `after` for the next page; null on the last'),
  }),
);

export const postAnswerSchema = named(
  'PostAnswer',
  'A post and the thread it stands in',
  z.strictObject({ post: postSchema, thread: threadSummarySchema }),
);

export const topicsAnswerSchema = named(
  'Topics',
  'The taxonomy in its order',
  z.strictObject({
    groups: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        topics: z.array(
          z.strictObject({
            slug: z.string(),
            name: z.string(),
            description: z.string(),
            synonyms: z.array(z.string()),
            threads: count,
          }),
        ),
      }),
    ),
  }),
);

const facet = z.record(z.string(), count);

export const searchAnswerSchema = named(
  'SearchAnswer',
  'A page of hits: one per thread, its best post; posts, when `thread` is given',
  z.strictObject({
    query: z.string(),
    engine: z.enum(['meilisearch', 'postgres']),
    tookMs: z.number().min(0),
    total: count.describe('Threads, or posts when `thread` is given; exact up to 200'),
    page: z.int().min(1),
    hits: z.array(
      z.strictObject({
        threadId: z.string(),
        postId: z.string(),
        postNumber: z.int().min(1),
        title: z.string(),
        topic: z.string(),
        perspective,
        kind: z.enum(THREAD_KINDS),
        snippet: z.array(z.strictObject({ text: z.string(), mark: z.boolean() })),
        url: address,
        externalRef: z.string().nullable(),
      }),
    ),
    facets: z.strictObject({ topic: facet, perspective: facet, kind: facet, language: facet, answered: facet }),
  }),
);

export const errorSchema = named(
  'Error',
  'What was wrong: `bad-request` (400), `not-found` (404) or `too-many` (429, with Retry-After)',
  z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) }),
);

export type ThreadSummaryAnswer = z.infer<typeof threadSummarySchema>;
export type PostAnswerPart = z.infer<typeof postSchema>;
export type ThreadDetailAnswer = z.infer<typeof threadDetailSchema>;
export type TopicsAnswer = z.infer<typeof topicsAnswerSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
