import { expect, it } from 'vitest';
import { currentParts, currentSnippet } from './snippet.ts';

const PARTS = [
  { text: 'about a ', mark: false },
  { text: 'gift', mark: true },
];

it('a snippet that the text still holds is shown with its marks, and dots where text is left out', () => {
  expect(currentSnippet(PARTS, 'about a gift')).toEqual(PARTS);
  expect(currentSnippet(PARTS, 'All about a gift.').map(({ text }) => text)).toEqual(['… ', 'about a ', 'gift', ' …']);
});

it('a snippet that was edited away gives way to the text as it is', () => {
  expect(currentSnippet(PARTS, 'about a [removed]')).toEqual([{ text: 'about a [removed]', mark: false }]);
  expect(currentSnippet(PARTS, 'x'.repeat(500)).map(({ text }) => text.length)).toEqual([200, 2]);
});

it('so does a title', () => {
  expect(currentParts(PARTS, 'about a gift')).toEqual(PARTS);
  expect(currentParts(PARTS, 'about a gift?')).toEqual([{ text: 'about a gift?', mark: false }]);
});
