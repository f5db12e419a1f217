import { describe, expect, it } from 'vitest';
import { safePath } from './urls.ts';

describe('a place to go back to', () => {
  it.each(['/', '/me', '/threads/abc/slug?after=20#post-3', '/search?q=a//b'])('may be %s', (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    ...[
      '//evil.example',
      '///evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/a/..//evil.example',
      '/%2e//evil.example',
    ],
    ...[
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'https://evil.example',
      'javascript:alert(1)',
    ],
    ...['evil.example', '/me\r\nSet-Cookie: a=b', '', undefined, null, ['/me']],
  ])('is the front page instead of %j', (given) => {
    expect(safePath(given)).toBe('/');
  });
});
