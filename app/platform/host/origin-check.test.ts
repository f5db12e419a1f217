import { describe, expect, test } from 'vitest';
import { isFromOurPages, isOneClickEnding } from './origin-check.ts';

const OURS = 'https://forum.example';

describe('what may change something', () => {
  test.each([
    ['POST', OURS, undefined, true],
    ['POST', undefined, 'same-origin', true],
    ['POST', undefined, undefined, false],
    ['POST', undefined, 'same-site', false],
    ['POST', undefined, 'none', false],
    ['POST', 'null', 'same-origin', false],
    ['POST', 'https://evil.example', undefined, false],
    ['POST', 'https://evil.example', 'same-origin', false],
    ['POST', 'http://forum.example', undefined, false],
    ['POST', 'https://forum.example:8443', undefined, false],
    ['POST', 'https://forum.example.evil.example', undefined, false],
    ['DELETE', undefined, undefined, false],
    ['OPTIONS', undefined, undefined, false],
    ['GET', 'https://evil.example', undefined, true],
    ['HEAD', undefined, undefined, true],
  ])('%s from %s (%s): %s', (method, origin, fetchSite, expected) => {
    expect(isFromOurPages({ method, origin, fetchSite }, OURS)).toBe(expected);
  });
});

describe('on one machine', () => {
  test.each([
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
    ['http://localhost:3001', false],
    ['https://localhost:3000', false],
    ['http://localhost:3000/path', false],
    ['http://192.168.0.1:3000', false],
  ])('%s is the same place as localhost: %s', (origin, expected) => {
    expect(isFromOurPages({ method: 'POST', origin, fetchSite: undefined }, 'http://localhost:3000')).toBe(expected);
  });

  test('a loopback name is not the same place as a public address', () => {
    const request = { method: 'POST', origin: 'https://localhost', fetchSite: undefined };
    expect(isFromOurPages(request, OURS)).toBe(false);
  });
});

describe('a mail program that ends mail by one press', () => {
  test.each([
    ['POST', undefined, '/unsubscribe/abcdefghij234567', true],
    ['POST', 'https://evil.example', '/unsubscribe/abcdefghij234567', false],
    ['POST', undefined, '/unsubscribe/abcdefghij234567?x', false],
    ['POST', undefined, '/unsubscribe/../me/erase', false],
    ['POST', undefined, '/me/settings/mail', false],
    ['DELETE', undefined, '/unsubscribe/abcdefghij234567', false],
  ])('%s from %s to %s: %s', (method, origin, path, expected) => {
    expect(isOneClickEnding({ method, origin, fetchSite: undefined }, path)).toBe(expected);
  });
});
