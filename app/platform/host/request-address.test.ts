import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { requestAddress } from './request-address.ts';

const OURS = 'https://forum.example';

test('an address is always one of ours', () => {
  expect(requestAddress('/threads/abc?after=20', OURS).href).toBe('https://forum.example/threads/abc?after=20');
  expect(requestAddress('/@evil.example', OURS).origin).toBe(OURS);
});

test.each([
  'http://evil.example/',
  '*',
  '',
  undefined,
  '/%',
  '/%zz',
  '/%c3%28',
  '/a%00b',
  '/search?q=%00',
  '/?_data=root',
  '//evil.example/path',
  '/\\evil.example',
  '/%5C',
  '/%5cevil.example',
  '/%2Fevil.example',
  '/.//evil.example',
])('%s is refused', (target) => {
  expect(() => requestAddress(target, OURS)).toThrow(Refusal);
});
