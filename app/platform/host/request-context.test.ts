import { expect, test } from 'vitest';
import { contextOfAnybody } from './request-context.server.ts';

const source = { origin: 'https://forum.test', correlationId: 'test', clientAddress: undefined };

test.each([
  ['/threads', false],
  ['/threads?q=a.data', false],
  ['/threads.data', true],
  ['/_root.data?page=2', true],
])('whether a client reads what the loaders of %s give a guest: %s', (url, hasClient) => {
  expect(contextOfAnybody({ headers: {}, url }, source).hasClient).toBe(hasClient);
});
