import { expect, it } from 'vitest';
import type { Plan, Slot } from '../plan.ts';
import { postingsIn, read, type FoundDocument } from './reading.ts';

function document(given: Partial<FoundDocument>): FoundDocument {
  const empty = { id: 'a', threadId: 'a', title: '', topicLabels: [], body: '', opening: 0 } as const;
  return { ...empty, language: 'en', createdDay: 1, replyCountBucket: 0, ...given };
}

function slot(...words: string[]): Slot {
  return {
    forms: new Map(words.map((word) => [word, 1])),
    ...{ docs: 1, worth: 1, beginning: null, isKnown: true, telling: true },
  };
}

const readAll = (documents: readonly FoundDocument[]) => read(documents, () => true);

const plan = (given: Partial<Plan>): Plan => ({ slots: [], detours: [], phrases: [], excluded: [], ...given });

it('a word is counted once for each document that has it, in whatever field and however often', () => {
  const { numbers, docs, words } = readAll([
    document({ title: 'Gifts', body: 'Gifts, gifts, and a card.' }),
    document({ topicLabels: ['Gifts'] }),
    document({ body: 'A card.' }),
  ]);
  const docsOf = (word: string) => docs[numbers.get(word) ?? -1];
  expect(docsOf('gifts')).toBe(2);
  expect(docsOf('card')).toBe(2);
  expect(words).toEqual([...new Set(words)]);
});

it('finds the words that begin with a letter', () => {
  const { byLetter, words } = readAll([document({ body: 'Ærlig talt, a gift or a goodbye?' })]);
  const begunWith = (letter: string) => byLetter.get(letter)?.map((number) => words[number]);
  expect(begunWith('g')).toEqual(['gift', 'goodbye']);
  expect(begunWith('æ')).toEqual(['ærlig']);
  expect(byLetter.get('z')).toBeUndefined();
});

it('says where the words asked for stand, of slots and of detours, and of no others', () => {
  const reading = readAll([
    document({ title: 'A gift', topicLabels: ['Money', 'Gift cards'], body: 'No gift of money.', opening: 1 }),
  ]);
  const [postings] = postingsIn(
    reading,
    plan({
      slots: [slot('gift', 'present')],
      detours: [{ from: 0, to: 1, quality: 1, words: [new Map([['money', 1]])] }],
    }),
  );
  expect(postings).toMatchObject({ isOpening: true, titleLength: 2 });
  expect(postings?.words).toEqual(
    new Map([
      ['gift', { title: [1], label: [1], body: [1] }],
      ['money', { title: [], label: [0], body: [3] }],
    ]),
  );
});

it('gives every document its own postings, in the order of the documents', () => {
  const reading = readAll([document({ body: 'gift' }), document({ body: 'none' }), document({ body: 'a gift' })]);
  const places = postingsIn(reading, plan({ slots: [slot('gift')] })).map(({ words }) => words.get('gift')?.body);
  expect(places).toEqual([[0], undefined, [1]]);
});
