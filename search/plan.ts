/** How much a word of the index counts for the word that was asked, from 1, the word itself, down. */
export const QUALITY = {
  same: 1,
  inflected: 0.85,
  completed: 0.8,
  oneSlip: 0.8,
  completedAfterSlip: 0.65,
  twoSlips: 0.65,
  synonym: 0.7,
} as const;

/** One word of the query and every word of the index that stands for it, with how well it does. */
export type Slot = {
  readonly forms: ReadonlyMap<string, number>;
  /** In about how many documents any of the forms is. */
  readonly docs: number;
  /** What finding it is worth: its inverse document frequency. */
  readonly worth: number;
  /** What any of its forms may begin with, when it is the unfinished last word and there are more such forms than are in `forms`. */
  readonly beginning: string | null;
  /** Whether the index has the word itself, as it was typed. */
  readonly isKnown: boolean;
  /** Whether documents are chosen by it. */
  readonly telling: boolean;
};

/** Another way to say the slots `from` up to, not including, `to`: words side by side, each in any of its forms. */
export type Detour = {
  readonly from: number;
  readonly to: number;
  readonly words: readonly ReadonlyMap<string, number>[];
  readonly quality: number;
};

export type Plan = {
  readonly slots: readonly Slot[];
  readonly detours: readonly Detour[];
  /** Phrases that must occur, and words or phrases that must not. */
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
};

/** The inverse document frequency of BM25, which never is negative. */
export function worthOf(docs: number, documents: number): number {
  return Math.log(1 + (documents - docs + 0.5) / (docs + 0.5));
}

/** What is marked in a text, with what it is worth: words wherever they stand, and runs of words where they stand side by side. */
export type Marks = {
  readonly words: ReadonlyMap<string, number>;
  /** For each place in a run the words that may stand there. */
  readonly runs: readonly { readonly words: readonly ReadonlySet<string>[]; readonly worth: number }[];
};

/** Words that tell nothing are marked only when there are no others. */
export function marksOf({ slots, detours }: Plan): Marks {
  const words = new Map<string, number>();
  for (const { forms, worth, telling } of slots) {
    if (!telling) continue;
    for (const [word, quality] of forms) words.set(word, Math.max(words.get(word) ?? 0, worth * quality));
  }
  const runs = detours.map((detour) => ({
    words: detour.words.map((forms) => new Set(forms.keys())),
    worth: detour.quality,
  }));
  return { words, runs };
}
