import { afterEach, expect, test } from 'vitest';
import { clearedSessionCookie, sessionCookie, themeCookie, useCookiesFor } from './cookies.server.ts';

afterEach(() => useCookiesFor('https://forum.example'));

const parts = (cookie: string): string[] => cookie.split('; ').slice(1).sort();

test('the session is held to this host, to https and to requests of our own pages, out of reach of scripts', () => {
  useCookiesFor('https://forum.example');
  const cookie = sessionCookie('token', new Date('2026-05-01T00:00:00Z'));
  expect(cookie).toMatch(/^__Host-session=token;/);
  expect(parts(cookie)).toEqual([
    'Expires=Fri, 01 May 2026 00:00:00 GMT',
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
  expect(parts(clearedSessionCookie())).toEqual(['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'Secure']);
  expect(parts(themeCookie('dark'))).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Lax', 'Secure']));
});

test('on plain http of this machine browsers keep it too', () => {
  useCookiesFor('http://localhost:3000');
  expect(sessionCookie('token', new Date(0))).toMatch(/^session=token;/);
  expect(parts(sessionCookie('token', new Date(0)))).not.toContain('Secure');
});
