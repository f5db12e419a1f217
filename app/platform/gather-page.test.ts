import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { gatherPage } from './gather-page.server.ts';

/** As React streams it: many short texts, so that letters of two and three bytes come to lie across the ends of its buffers. */
function pageOf(words: readonly string[]) {
  const page = createElement('main', null, ...words.map((word, index) => createElement('p', { key: index }, word)));
  return new Promise<ReturnType<typeof renderToPipeableStream>>((resolve) => {
    const stream = renderToPipeableStream(page, { onAllReady: () => resolve(stream) });
  });
}

const words = Array.from({ length: 4000 }, (_, index) => `${'a'.repeat(index % 7)}spørre – «${index}» €`);
const whole = `<main>${words.map((word) => `<p>${word}</p>`).join('')}</main>`;

it('gives a page back as it was written, wherever its letters fall', async () => {
  const { pipe } = await pageOf(words);
  expect(new TextDecoder().decode(await gatherPage(pipe))).toBe(whole);
});
