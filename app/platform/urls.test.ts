import { describe, expect, it } from 'vitest';
import { safePath, signInPath, threadPath, topicPath } from './urls.ts';

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

describe('the way to sign in', () => {
  it('leads back to any place that the forum itself names', () => {
    expect(signInPath('/search?q=%C3%A5')).toBe('/sign-in?to=%2Fsearch%3Fq%3D%25C3%25A5');
    expect(signInPath(`/search?q=${'%C3%A5'.repeat(200)}`)).toContain('%25A5');
  });

  it('leaves out a place so long that its header would be refused on the way', () => {
    expect(signInPath(`/me?x=${'%C3%A5'.repeat(1_000)}`)).toBe('/sign-in');
  });
});

describe('an address with a name in it', () => {
  it.each(['\u202e', '𝔘é', 'a\r\nSet-Cookie: b=c', '../../me', '//evil.example', '?to=a', '#a', '%00'])(
    'stays one, and can stand in a header, with %j in it',
    (name) => {
      const path = topicPath(name);
      expect(path).toMatch(/^\/topics\/[\w.%-]+$/);
      expect(decodeURIComponent(path)).toBe(`/topics/${name}`);
    },
  );

  it('is the name itself where that is an id', () => {
    expect(threadPath({ id: 'abcdefghijklmnop', slug: 'a-boundary-2' })).toBe('/threads/abcdefghijklmnop/a-boundary-2');
  });
});
