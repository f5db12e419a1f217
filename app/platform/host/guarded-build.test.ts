import {
  data,
  redirect,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunction,
  type ServerBuild,
} from '@remix-run/node';
import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { useLogLevel } from '../log.server.ts';
import { giveBack } from '../withheld-data.server.ts';
import { guardedBuild, retryAfterOf } from './guarded-build.server.ts';

const context = { correlationId: 'abc' } as AppLoadContext;
const Page = (): null => null;

beforeEach(() => useLogLevel('silent'));

/** What the guarded loader of a route gives. */
function gives(loader: LoaderFunction, module: object, asked: AppLoadContext): unknown {
  const build = guardedBuild({ routes: { r: { id: 'r', module: { loader, ...module } } } } as unknown as ServerBuild);
  return build.routes['r']!.module.loader!({
    request: new Request('http://forum.invalid/'),
    params: {},
    context: asked,
  });
}

function isWithInit(answer: unknown): answer is { data: unknown; init: ResponseInit } {
  return typeof answer === 'object' && answer !== null && 'init' in answer;
}

/** What the guarded loader of a route throws. */
async function thrownBy(loader: LoaderFunction, module: object): Promise<unknown> {
  return Promise.resolve(gives(loader, module, context)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

const throwing = (thrown: unknown): LoaderFunction => {
  return () => {
    throw thrown;
  };
};

test('a page gets the status and the code of what the domain refuses', async () => {
  const thrown = await thrownBy(throwing(new DomainError('not-found', 'No such thread')), { default: Page });
  expect(thrown).toMatchObject({
    type: 'DataWithResponseInit',
    data: { code: 'not-found', message: 'No such thread' },
    init: { status: 404 },
  });
});

test('a resource route answers it in JSON', async () => {
  const thrown = await thrownBy(throwing(new DomainError('too-many', 'Too many', { retryAfter: 7 })), {});
  expect(thrown).toBeInstanceOf(Response);
  const response = thrown as Response;
  expect(response.status).toBe(429);
  expect(await response.json()).toEqual({ error: { code: 'too-many', message: 'Too many' } });
  expect(retryAfterOf(context)).toBe(7);
});

test('a form that comes back says after how long to send it again', async () => {
  const refused = data({ typed: {} }, { status: 503, headers: { 'Retry-After': '11' } });
  expect(await thrownBy(() => refused, { default: Page })).toBeUndefined();
  expect(retryAfterOf(context)).toBe(11);
});

test('a bug shows its correlation id and nothing of itself', async () => {
  const thrown = await thrownBy(throwing(new Error('insert into posts: "my secret"')), { default: Page });
  expect(thrown).toMatchObject({ data: { code: 'unexpected', correlationId: 'abc' }, init: { status: 500 } });
  expect(JSON.stringify(thrown)).not.toContain('secret');
});

test('a database that is away or full is nobody’s bug, and soon over', async () => {
  const thrown = await thrownBy(throwing(Object.assign(new Error('no space'), { code: '53100' })), { default: Page });
  expect(thrown).toMatchObject({ data: { code: 'unavailable' }, init: { status: 503 } });
  expect(retryAfterOf(context)).toBe(5);
});

test('what a route throws as its answer goes through untouched', async () => {
  for (const answer of [redirect('/'), data({ fault: 'faults.x' }, { status: 409 })]) {
    expect(await thrownBy(throwing(answer), { default: Page })).toBe(answer);
  }
});

describe('what a loader gives for a page', () => {
  const given = { title: 'Fees', posts: [1, 2] };
  const entryOf = (loaderData: object): EntryContext =>
    ({ staticHandlerContext: { loaderData } }) as unknown as EntryContext;

  test.each([
    ['data', () => given],
    ['data with a status', () => data(given, { status: 404 })],
  ])('%s is written for no client where there is none, and is there when the page is made', async (_what, loader) => {
    const answer = await gives(loader, { default: Page }, { ...context, hasClient: false });
    const handed = isWithInit(answer) ? answer.data : answer;
    expect(JSON.stringify(handed)).toBe('{}');
    const loaderData = { r: handed };
    giveBack(entryOf(loaderData));
    expect(loaderData.r).toBe(given);
  });

  test.each([
    ['a client reads it', { default: Page }, true],
    ['it is no page', {}, false],
  ])('goes out as it is where %s', async (_why, module, hasClient) => {
    expect(await gives(() => given, module, { ...context, hasClient })).toBe(given);
  });
});
