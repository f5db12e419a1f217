import { lettersOf } from '../corrections.ts';
import type { Plan } from '../plan.ts';
import type { FieldPositions, Postings } from '../score.ts';
import { eachStretch, tokensIn, wordAt } from '../words.ts';
import type { StoredDocument } from './document.ts';
import type { MayMatter } from './may-matter.ts';

/** What the server gives back of a document that it found. */
export type FoundDocument = Pick<
  StoredDocument,
  'id' | 'threadId' | 'title' | 'topicLabels' | 'body' | 'opening' | 'language' | 'createdDay' | 'replyCountBucket'
>;

/**
 * The words of several documents that may stand for what was asked. Each word has a number, and documents hold numbers: a word is looked up once, not by everybody
 * who asks for it.
 */
export type Reading = {
  /** By number. */
  readonly words: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By number: in how many of the documents it is. */
  readonly docs: readonly number[];
  /** By number: `lettersOf` the word. */
  readonly letters: readonly number[];
  /** The numbers of words by their first letter. */
  readonly byLetter: ReadonlyMap<string, readonly number[]>;
  readonly documents: readonly ReadDocument[];
};

type ReadDocument = { isOpening: boolean; title: Places; label: Places; body: Places };

/** How many words there are, and of those that may stand for what was asked the places and, beside them, the numbers. */
type Places = { length: number; at: number[]; numbers: number[] };

/** `mayMatter` is asked of most words before they are cut out of their text. */
export function read(documents: readonly FoundDocument[], mayMatter: MayMatter): Reading {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const docs: number[] = [];
  const lastSeen: number[] = [];
  const numberOf = (word: string, document: number): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.push(word) - 1;
      numbers.set(word, number);
      docs.push(0);
      lastSeen.push(-1);
    }
    if (lastSeen[number] !== document) docs[number] = (docs[number] ?? 0) + 1;
    lastSeen[number] = document;
    return number;
  };
  const note = (places: Places, word: string, document: number): void => {
    places.at.push(places.length);
    places.numbers.push(numberOf(word, document));
    places.length += 1;
  };
  const readTexts = (texts: readonly string[], document: number): Places => {
    const places: Places = { length: 0, at: [], numbers: [] };
    for (const text of texts) {
      eachStretch(text, (start, end, gap) => {
        if (gap === -1) for (const { word } of tokensIn(text, start, end)) note(places, word, document);
        else if (mayMatter(text, start, end, gap)) note(places, wordAt(text, start, end, gap), document);
        else places.length += 1;
      });
    }
    return places;
  };
  const readDocuments = documents.map(({ opening, title, topicLabels, body }, at) => ({
    isOpening: opening === 1,
    title: readTexts([title], at),
    label: readTexts(topicLabels, at),
    body: readTexts([body], at),
  }));
  return {
    ...{ words, numbers, docs },
    letters: words.map(lettersOf),
    byLetter: byLetterOf(words),
    documents: readDocuments,
  };
}

function byLetterOf(words: readonly string[]): Map<string, number[]> {
  const byLetter = new Map<string, number[]>();
  for (const [number, word] of words.entries()) {
    const list = byLetter.get(word.charAt(0));
    if (list) list.push(number);
    else byLetter.set(word.charAt(0), [number]);
  }
  return byLetter;
}

/** Where the words that a plan asks for stand in each of the documents. */
export function postingsIn(reading: Reading, { slots, detours }: Plan): Postings[] {
  const isAsked = new Uint8Array(reading.words.length);
  for (const forms of [...slots.map((slot) => slot.forms), ...detours.flatMap(({ words }) => words)]) {
    for (const word of forms.keys()) {
      const number = reading.numbers.get(word);
      if (number !== undefined) isAsked[number] = 1;
    }
  }
  return reading.documents.map((document) => postingsOf(document, reading.words, isAsked));
}

function postingsOf(document: ReadDocument, all: readonly string[], isAsked: Uint8Array): Postings {
  const words = new Map<string, FieldPositions>();
  for (const field of ['title', 'label', 'body'] as const) {
    const { at, numbers } = document[field];
    for (let nth = 0; nth < numbers.length; nth += 1) {
      const number = numbers[nth] ?? 0;
      if (isAsked[number] !== 1) continue;
      const word = all[number] ?? '';
      const places = words.get(word) ?? { title: [], label: [], body: [] };
      places[field].push(at[nth] ?? 0);
      words.set(word, places);
    }
  }
  return { isOpening: document.isOpening, titleLength: document.title.length, words };
}
