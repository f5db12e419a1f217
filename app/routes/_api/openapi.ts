import { z } from 'zod';
import {
  answerSchemas,
  errorSchema,
  postAnswerSchema,
  searchAnswerSchema,
  threadAnswerSchema,
  threadListSchema,
  topicsAnswerSchema,
} from './answers.ts';
import { languageQuestion, searchQuestion, threadQuestion, threadsQuestion } from './questions.ts';

const ABOUT = `What anybody may read, as JSON. It answers everybody alike: cookies are not looked at, so that answers can be shared and
pages of other origins may ask. Nothing here says who wrote anonymously: an alias holds in one thread. Times are rounded down to the
hour. Removed posts are left out. Ids are random; posts are numbered within their thread.`;

type Address = {
  path: string;
  summary: string;
  question: z.ZodObject;
  answer: z.ZodType;
  id?: string;
  errors: number[];
};

const ADDRESSES: Address[] = [
  {
    path: '/api/v1/threads',
    summary: 'List threads',
    question: threadsQuestion,
    answer: threadListSchema,
    errors: [400],
  },
  {
    path: '/api/v1/threads/{id}',
    summary: 'Read a thread',
    question: threadQuestion,
    answer: threadAnswerSchema,
    id: 'Of the thread',
    errors: [400, 404],
  },
  {
    path: '/api/v1/posts/{id}',
    summary: 'Read one post',
    question: languageQuestion,
    answer: postAnswerSchema,
    id: 'Of the post',
    errors: [400, 404],
  },
  {
    path: '/api/v1/topics',
    summary: 'List the topics',
    question: languageQuestion,
    answer: topicsAnswerSchema,
    errors: [400],
  },
  {
    path: '/api/v1/search',
    summary: 'Search',
    question: searchQuestion,
    answer: searchAnswerSchema,
    errors: [400, 429],
  },
];

const MEANING: Record<number, string> = {
  400: 'The question is not valid',
  404: 'There is none',
  429: 'Too many questions',
};

/** The OpenAPI 3.1 description of the public API, out of the schemas that its answers are checked by. */
export function openApi({ origin, forumName }: { origin: string; forumName: string }): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(answerSchemas, { uri: schemaAddress });
  return {
    openapi: '3.1.0',
    info: { title: forumName, version: '1.0.0', description: ABOUT.replaceAll('\n', ' ') },
    servers: [{ url: origin }],
    paths: Object.fromEntries(ADDRESSES.map((address) => [address.path, { get: operation(address) }])),
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, embedded(schema)])) },
  };
}

function operation({ path, summary, question, answer, id, errors }: Address): Record<string, unknown> {
  const path_ =
    id === undefined ? [] : [{ name: 'id', in: 'path', required: true, description: id, schema: { type: 'string' } }];
  const refusals = errors.map((status) => [status, response(MEANING[status] ?? '', errorSchema)] as const);
  return {
    operationId: path.replace('/api/v1/', '').replace('/{id}', '-one'),
    summary,
    parameters: [...path_, ...parameters(question)],
    responses: { 200: response(summary, answer), ...Object.fromEntries(refusals) },
  };
}

function parameters(question: z.ZodObject): unknown[] {
  const { properties = {} } = z.toJSONSchema(question, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'object' ? schema : {};
    return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema: rest };
  });
}

function response(description: string, schema: z.ZodType): unknown {
  const $ref = schemaAddress(answerSchemas.get(schema)?.id ?? '');
  return { description, content: { 'application/json': { schema: { $ref } } } };
}

function schemaAddress(id: string): string {
  return `#/components/schemas/${id}`;
}

/** OpenAPI names schemas by where they stand, and says the dialect once. */
function embedded({ $id: _id, $schema: _dialect, ...schema }: z.core.JSONSchema.BaseSchema): unknown {
  return schema;
}
