import { expect, test } from 'vitest';
import { findLeaks, MAY_SHOW, writtenForms, type Canary } from './canaries.ts';

const place = { viewer: 'member', path: '/threads/x', how: 'GET' } as const;
const canary = (text: string): Canary => ({ kind: 'seal', text, mayShow: MAY_SHOW.nowhere });

test('a tag is found however it is written', () => {
  const seal = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
  const canaries = writtenForms(seal).map(canary);
  const base64 = Buffer.from(seal).toString('base64');
  for (const text of [
    `<p>${Buffer.from(seal).toString('hex').toUpperCase()}</p>`,
    `{"seal":"${base64}"}`,
    `x=${base64}`,
  ]) {
    expect(findLeaks(text, canaries, place)).not.toEqual([]);
  }
  expect(findLeaks('nothing of that', canaries, place)).toEqual([]);
});

test('what belongs to one person is no leak on their own pages, and one on those of others', () => {
  const name: Canary = { kind: 'pen name', text: 'kestrel', mayShow: MAY_SHOW.penNameOf('author') };
  expect(findLeaks('Hello Kestrel', [name], { ...place, viewer: 'author' })).toEqual([]);
  expect(findLeaks('Hello Kestrel', [name], { ...place, viewer: 'moderator' })).toHaveLength(1);
  expect(findLeaks('Kestrel', [name], { ...place, path: '/members/kestrel' })).toEqual([]);
});

test('who moderates is no leak to other staff on the pages of moderation, and one to everybody else', () => {
  const name: Canary = { kind: 'pen name', text: 'kestrel', mayShow: MAY_SHOW.penNameOf('moderator') };
  const log = { ...place, path: '/moderation/log' };
  expect(findLeaks('By kestrel', [name], { ...log, viewer: 'administrator' })).toEqual([]);
  expect(findLeaks('By kestrel', [name], { ...log, viewer: 'guest' })).toHaveLength(1);
  expect(findLeaks('By kestrel', [name], { ...log, viewer: 'member' })).toHaveLength(1);
  expect(findLeaks('By kestrel', [name], { ...place, viewer: 'administrator' })).toHaveLength(1);
});
