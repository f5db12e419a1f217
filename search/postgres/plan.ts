import type { ParsedQuery } from '../parse-query.ts';
import { QUALITY, worthOf, type Detour, type Plan, type Slot } from '../plan.ts';
import type { Rephrasing } from '../synonyms.ts';
import type { Correction, KnownWord } from './lexicon.ts';

/** Words of the index that may stand for one word of the query, at most: the best and, among equals, the commonest. */
const MOST_FORMS = 40;
/** A word in more than this share of the documents tells too little to choose documents by. It still counts in ranking. */
const TELLING_SHARE = 0.2;
/** A word in no more documents than this always tells: in a small forum every word is in a large share of them. */
const ALWAYS_TELLING = 50;
/** Words that documents are chosen by, at most: the rarest. */
const MOST_TELLING = 16;
/** A known word is taken for a slip as well if a neighbour is in this many times as many documents. */
const SLIP_RATIO = 30;

/** What the lexicon says of the words of a query. */
export type Findings = {
  documents: number;
  known: ReadonlyMap<string, readonly KnownWord[]>;
  /** What the unfinished last word may become; the commonest, unless these are all. */
  completions: readonly KnownWord[];
  areAllCompletions: boolean;
  /** What it may become if there is a slip in what is typed of it. */
  completionsAfterSlip: readonly KnownWord[];
  corrections: ReadonlyMap<string, readonly Correction[]>;
};

/** Whether a word should be looked at for a slip: nobody uses it, or few do. */
export function isDoubtful(word: string, { known, documents }: Pick<Findings, 'known' | 'documents'>): boolean {
  return docsOf(known.get(word)) * SLIP_RATIO < documents / 4;
}

/** Puts together what documents are chosen and ranked by. */
export function makePlan(query: ParsedQuery, rephrasings: readonly Rephrasing[], findings: Findings): Plan {
  const plain = rephrasings.filter(({ from, to, words }) => to - from === 1 && words.length === 1);
  const detours = rephrasings
    .filter((rephrasing) => !plain.includes(rephrasing))
    .map((rephrasing) => detourOf(rephrasing, findings))
    .filter((detour) => detour !== undefined);
  const slots = query.terms.map((term, at) => {
    const forms = new Map<string, KnownForm>();
    const add = (words: readonly KnownWord[], quality: number) => {
      for (const { word, docs } of words) {
        if ((forms.get(word)?.quality ?? 0) < quality) forms.set(word, { quality, docs });
      }
    };
    const known = findings.known.get(term.word) ?? [];
    const itself = known.find(({ word }) => word === term.word);
    forms.set(term.word, { quality: QUALITY.same, docs: itself?.docs ?? 0 });
    if (!term.quoted) {
      add(known, QUALITY.inflected);
      if (term.unfinished) add(findings.completions, QUALITY.completed);
      if (term.unfinished) add(findings.completionsAfterSlip, QUALITY.completedAfterSlip);
      const floor = SLIP_RATIO * docsOf(known);
      for (const correction of findings.corrections.get(term.word) ?? []) {
        if (correction.docs >= floor) add([correction], correction.slips === 1 ? QUALITY.oneSlip : QUALITY.twoSlips);
      }
      for (const { from, words } of plain) {
        if (from === at) add(findings.known.get(words[0] ?? '') ?? [], QUALITY.synonym);
      }
    }
    const slot = slotOf(forms, findings.documents);
    const isListed = findings.areAllCompletions && findings.completions.every(({ word }) => slot.forms.has(word));
    return { ...slot, beginning: term.unfinished && !isListed ? term.word : null, isKnown: itself !== undefined };
  });
  return {
    slots: markTelling(slots, detours, findings.documents),
    detours,
    phrases: query.phrases,
    excluded: query.excluded,
  };
}

/** The plan for the words as they were typed alone; a word that the index does not have is looked for as in `plan`. */
export function asTyped(plan: Plan): Plan {
  const slots = plan.slots.map((slot) =>
    slot.isKnown
      ? { ...slot, forms: new Map([...slot.forms].filter(([, quality]) => quality === QUALITY.same)), beginning: null }
      : slot,
  );
  return { ...plan, slots, detours: [] };
}

type KnownForm = { quality: number; docs: number };

function slotOf(forms: Map<string, KnownForm>, documents: number): Pick<Slot, 'forms' | 'docs' | 'worth'> {
  const best = [...forms].sort(([, a], [, b]) => b.quality - a.quality || b.docs - a.docs).slice(0, MOST_FORMS);
  const docs = Math.min(
    documents,
    best.reduce((sum, [, form]) => sum + form.docs, 0),
  );
  return { forms: new Map(best.map(([word, form]) => [word, form.quality])), docs, worth: worthOf(docs, documents) };
}

/** Words that nothing holds, in any form, are passed over: they cannot choose. */
function markTelling(slots: readonly Omit<Slot, 'telling'>[], detours: readonly Detour[], documents: number): Slot[] {
  const isKnown = (slot: Omit<Slot, 'telling'>, at: number) =>
    slot.docs > 0 || detours.some(({ from, to }) => from <= at && at < to);
  const known = slots.filter(isKnown).sort((a, b) => a.docs - b.docs);
  const rarest = (known.length > 0 ? known : [...slots]).slice(0, MOST_TELLING);
  const telling = rarest.filter(({ docs }) => docs <= Math.max(ALWAYS_TELLING, documents * TELLING_SHARE));
  const chosen = new Set(telling.length > 0 ? telling : rarest);
  return slots.map((slot) => ({ ...slot, telling: chosen.has(slot) }));
}

function detourOf({ from, to, words }: Rephrasing, { known }: Findings): Detour | undefined {
  const forms = words.map(
    (word) =>
      new Map(
        (known.get(word) ?? []).map((form) => [form.word, form.word === word ? QUALITY.same : QUALITY.inflected]),
      ),
  );
  if (forms.some((form) => form.size === 0)) return undefined;
  return { from, to, words: forms, quality: QUALITY.synonym };
}

function docsOf(words: readonly KnownWord[] | undefined): number {
  return (words ?? []).reduce((sum, { docs }) => sum + docs, 0);
}
