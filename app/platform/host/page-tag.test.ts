import { expect, test } from 'vitest';
import { isKnownTag, pageTag } from './page-tag.ts';

const tagOf = (page: string): string => pageTag(Buffer.from(page), 'text/html; charset=utf-8');

test('another page has another tag', () => {
  expect(tagOf('<p>one</p>')).not.toBe(tagOf('<p>two</p>'));
});

test('a figure that stands outside the tag changes nothing, all else does', () => {
  const page = (views: number, text: string): string => `<p>${text}<span data-outside-etag="true">${views}</span></p>`;
  expect(tagOf(page(10, 'a'))).toBe(tagOf(page(25, 'a')));
  expect(tagOf(page(10, 'a'))).not.toBe(tagOf(page(10, 'b')));
});

test('what somebody writes about the mark marks nothing', () => {
  const page = (text: string): string => `<p>a data-outside-etag="" here &gt; and there <b>${text}</b></p>`;
  expect(tagOf(page('one'))).not.toBe(tagOf(page('two')));
});

test('a reader who has the page is known by its tag, strong or weak, alone or in a list', () => {
  expect(isKnownTag('W/"a"', 'W/"a"')).toBe(true);
  expect(isKnownTag('"x", "a"', 'W/"a"')).toBe(true);
  expect(isKnownTag('*', 'W/"a"')).toBe(true);
  expect(isKnownTag('"b"', 'W/"a"')).toBe(false);
  expect(isKnownTag(undefined, 'W/"a"')).toBe(false);
});
