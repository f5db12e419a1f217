import type { DocumentLanguage, SearchDocument } from '../engine.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { wordsOf } from '../words.ts';
import { basicForm } from './basic-form.ts';

/**
 * A document as Meilisearch holds it. Its texts are given back as they are and never searched. What is searched is made by us, so that documents, queries and marks
 * agree on what a word is: every text once in basic forms, for words, and once word by word, for what stands in quotation
 * marks and for the last word, which is still being typed.
 */
export type StoredDocument = Omit<SearchDocument, 'part' | 'topicGroup' | 'topic'> & {
  /** 1 for the opening of a thread: a number, so that openings can be put first. */
  opening: 0 | 1;
  /** Topic group and topic: one facet holds both. */
  topics: string[];
  fingerprint: string;
} & Record<SearchedField, string>;

/** In the order of what a word in them counts for. */
export const FORM_FIELDS = ['titleForms', 'labelForms', 'bodyForms'] as const;
export const WORD_FIELDS = ['titleWords', 'bodyWords'] as const;
export type SearchedField = (typeof FORM_FIELDS)[number] | (typeof WORD_FIELDS)[number];

export function storedDocument(document: SearchDocument): StoredDocument {
  const { part, topicGroup, topic, language, ...same } = document;
  const title = wordsOf(document.title);
  const body = wordsOf(document.body);
  return {
    ...same,
    title: wellFormed(document.title),
    body: wellFormed(document.body),
    language,
    opening: part === 'opening' ? 1 : 0,
    topics: [topicGroup, topic].filter((slug) => slug !== ''),
    fingerprint: fingerprintOf(document),
    titleForms: formsOf(title, language),
    labelForms: document.topicLabels.map((label) => formsOf(wordsOf(label), language)).join(LABEL_GAP),
    bodyForms: formsOf(body, language),
    titleWords: title.map(exactly).join(' '),
    bodyWords: body.map(exactly).join(' '),
  };
}

function formsOf(words: readonly string[], language: DocumentLanguage): string {
  return words.map((word) => basicForm(word, language)).join(' ');
}

/** A full stop keeps words apart that stand in different labels. */
const LABEL_GAP = '. ';

/** How a word is written where it is taken at its letters: no basic form looks like this, and its beginning is still its beginning. */
export function exactly(word: string): string {
  return `${word}zq`;
}

/** Half a character (a lone surrogate) is refused by the server with all the documents that come with it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
