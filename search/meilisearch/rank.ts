import { slipsBetween } from '../corrections.ts';
import type { DocumentLanguage } from '../engine.ts';
import { isGlue } from '../glue-words.ts';
import type { ParsedQuery, Term } from '../parse-query.ts';
import { QUALITY, type Detour, type Plan, type Slot } from '../plan.ts';
import type { FieldPositions, Postings } from '../score.ts';
import type { Rephrasing } from '../synonyms.ts';
import { wordsOf } from '../words.ts';
import { basicForm } from './basic-form.ts';
import type { StoredDocument } from './document.ts';
import { LANGUAGES } from './synonyms.ts';

/** What the server gives back of a document that it found. */
export type FoundDocument = Pick<
  StoredDocument,
  'id' | 'threadId' | 'title' | 'topicLabels' | 'body' | 'opening' | 'language' | 'createdDay' | 'replyCountBucket'
>;

/** The words of a document in its fields. */
export type ReadDocument = { title: string[]; label: string[]; body: string[] };

export function readDocument({ title, topicLabels, body }: FoundDocument): ReadDocument {
  return { title: wordsOf(title), label: topicLabels.flatMap(wordsOf), body: wordsOf(body) };
}

/** Words that may hold one slip, and two: as long as the server's settings say, of basic forms. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 8;
/** Where at least this share of the documents has the word itself, others near to it are other words. */
const KNOWN_SHARE = 0.5;

/**
 * What the documents found are ranked and marked by: for every word of the query the words in them that it was found by. The
 * server knows that too, but does not tell it by word.
 */
export function planFor(
  { terms, phrases, excluded }: ParsedQuery,
  rephrasings: readonly Rephrasing[],
  documents: readonly ReadDocument[],
  worthOf: (at: number) => number,
): Plan {
  const vocabulary = vocabularyOf(documents);
  const plain = rephrasings.filter(({ from, to, words }) => to - from === 1 && words.length === 1);
  const telling = terms.some(({ word }) => !isGlue(word));
  const slots = terms.map((term, at): Slot => {
    const forms = formsOf(term, vocabulary, documents.length);
    for (const { from, words } of plain) {
      if (from === at) addAll(forms, inflections(words[0] ?? '', vocabulary), QUALITY.synonym);
    }
    const isKnown = vocabulary.docs.has(term.word);
    return { forms, docs: 0, worth: worthOf(at), beginning: null, isKnown, telling: !telling || !isGlue(term.word) };
  });
  const detours = rephrasings
    .filter((rephrasing) => !plain.includes(rephrasing))
    .map(({ from, to, words }): Detour => ({
      from,
      to,
      words: words.map((word) => inflected(word, vocabulary)),
      quality: QUALITY.synonym,
    }));
  return { slots, detours, phrases, excluded };
}

type Vocabulary = {
  /** In how many of the documents each word is. */
  readonly docs: ReadonlyMap<string, number>;
  /** By basic form, in either language. */
  readonly byForm: ReadonlyMap<string, readonly string[]>;
};

function vocabularyOf(documents: readonly ReadDocument[]): Vocabulary {
  const docs = new Map<string, number>();
  for (const { title, label, body } of documents) {
    for (const word of new Set([...title, ...label, ...body])) docs.set(word, (docs.get(word) ?? 0) + 1);
  }
  const byForm = new Map<string, string[]>();
  for (const word of docs.keys()) {
    for (const form of formsIn(word)) {
      const list = byForm.get(form);
      if (list) list.push(word);
      else byForm.set(form, [word]);
    }
  }
  return { docs, byForm };
}

/** Marked by language: what is one form in English may be another in Norwegian. */
function formsIn(word: string): string[] {
  return LANGUAGES.map((language) => markedForm(word, language));
}

function markedForm(word: string, language: DocumentLanguage): string {
  return `${language} ${basicForm(word, language)}`;
}

function inflections(word: string, { byForm }: Vocabulary): string[] {
  return formsIn(word).flatMap((form) => byForm.get(form) ?? []);
}

function inflected(word: string, vocabulary: Vocabulary): Map<string, number> {
  const forms = new Map<string, number>([[word, QUALITY.same]]);
  addAll(forms, inflections(word, vocabulary), QUALITY.inflected);
  return forms;
}

/** The words in the documents that stand for a term, with how well they do. */
function formsOf(term: Term, vocabulary: Vocabulary, documents: number): Map<string, number> {
  const forms = new Map<string, number>([[term.word, QUALITY.same]]);
  if (term.quoted) return forms;
  addAll(forms, inflections(term.word, vocabulary), QUALITY.inflected);
  if (term.unfinished) {
    const begun = [...vocabulary.docs.keys()].filter((word) => word.startsWith(term.word));
    addAll(forms, begun, QUALITY.completed);
  }
  const known = [...forms.keys()].reduce((sum, word) => sum + (vocabulary.docs.get(word) ?? 0), 0);
  if (known < KNOWN_SHARE * documents && !isGlue(term.word)) addSlips(forms, term, vocabulary);
  return forms;
}

function addSlips(forms: Map<string, number>, { word, unfinished }: Term, { docs }: Vocabulary): void {
  const most = word.length < ONE_SLIP_FROM ? 0 : word.length < TWO_SLIPS_FROM ? 1 : 2;
  if (most === 0 || !/^\p{L}+$/u.test(word)) return;
  for (const other of docs.keys()) {
    if (other.length < word.length - most) continue;
    // What goes on behind an unfinished word is not a slip.
    const compared = unfinished ? other.slice(0, Math.max(word.length, ONE_SLIP_FROM)) : other;
    const slips = slipsBetween(word, compared, most);
    if (slips > 0 && slips <= most) addAll(forms, [other], slips === 1 ? QUALITY.oneSlip : QUALITY.twoSlips);
  }
}

function addAll(forms: Map<string, number>, words: readonly string[], quality: number): void {
  for (const word of words) if ((forms.get(word) ?? 0) < quality) forms.set(word, quality);
}

/** Where the words that a plan asks for stand in a document. */
export function postingsOf(plan: Plan, document: ReadDocument, isOpening: boolean): Postings {
  const asked = new Set([
    ...plan.slots.flatMap(({ forms }) => [...forms.keys()]),
    ...plan.detours.flatMap(({ words }) => words.flatMap((forms) => [...forms.keys()])),
  ]);
  const words = new Map<string, FieldPositions>();
  for (const field of ['title', 'label', 'body'] as const) {
    for (const [at, word] of document[field].entries()) {
      if (!asked.has(word)) continue;
      const places = words.get(word) ?? { title: [], label: [], body: [] };
      places[field].push(at);
      words.set(word, places);
    }
  }
  return { isOpening, titleLength: document.title.length, words };
}
