import type { IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ForumParts } from './forum.server.ts';
import { TurningAway } from './turning-away.server.ts';

const BEING_MADE = '/threads/being-made';

function turningAway(isFull: boolean): TurningAway {
  return new TurningAway({
    origin: 'https://forum.test',
    staticFile: (path: string) => (path === '/favicon.svg' ? {} : undefined),
    admission: { isFull },
    guestPages: { isMaking: ({ url }: IncomingMessage) => url === BEING_MADE },
  } as unknown as ForumParts);
}

function asked(url: string, over: object = {}): IncomingMessage {
  return { method: 'GET', url, headers: {}, complete: false, ...over } as unknown as IncomingMessage;
}

test('in a crowd whoever asks for a page gets the one page for all, in their language', () => {
  const away = turningAway(true);
  const page = away.atOnce(asked('/threads?page=2'));
  expect(page?.body.toString()).toContain('Too many people are here just now.');
  expect(away.atOnce(asked('/', { method: 'HEAD' }))).toBe(page);
  expect(away.atOnce(asked('/', { headers: { cookie: 'language=nb' } }))?.body.toString()).toContain(
    'Det er for mange',
  );
});

test('while there is a place nobody does', () => {
  expect(turningAway(false).atOnce(asked('/threads'))).toBeUndefined();
});

test.each([
  ['a page that is being made for another', asked(BEING_MADE)],
  ['urgent help', asked('/help-now?from=home')],
  ['what a page asks for that somebody has open', asked('/threads.data?page=2')],
  ['a form', asked('/threads/new', { method: 'POST' })],
  ['a file', asked('/favicon.svg')],
  ['a file of the build', asked('/assets/gone.js')],
  ['what watches over the program', asked('/readyz')],
  ['what sends a body along, which must be read or cut off', asked('/', { headers: { 'content-length': '3' } })],
])('is looked at as ever: %s', (_what, request) => {
  expect(turningAway(true).atOnce(request)).toBeUndefined();
});

test('who comes in one turn of the loop is told in one go at its end', async () => {
  const away = turningAway(true);
  const told: string[] = [];
  const send = (name: string) => (): void => {
    told.push(name);
    // What waits for a promise would come between two that are not sent right after each other.
    void Promise.resolve().then(() => told.push(`after ${name}`));
  };
  for (const name of ['first', 'second']) away.atEndOfTurn(send(name));
  expect(told).toEqual([]);
  await nextTurn();
  expect(told).toEqual(['first', 'second', 'after first', 'after second']);
  away.atEndOfTurn(send('third'));
  await nextTurn();
  expect(told.slice(4)).toEqual(['third', 'after third']);
});
