import type { Detour, Plan } from './plan.ts';

/** Where the words of a query stand in one document. */
export type Postings = {
  readonly isOpening: boolean;
  /** Words in the title. */
  readonly titleLength: number;
  /** By word of the index: positions in title, topic labels and body, in order. */
  readonly words: ReadonlyMap<string, FieldPositions>;
};

export type FieldPositions = { readonly title: number[]; readonly label: number[]; readonly body: number[] };
export type Field = keyof FieldPositions;

/** What the parts of a score count for. */
const PART = { covered: 2, title: 1, order: 0.25, nearness: 0.5, lesser: 0.3, again: 0.2, opening: 0.2 } as const;
/** What a word in the topic's names counts for: it says what the thread is about, not what was said. */
const LABEL_SHARE = 0.5;
/** What a title is worth that is like the query and has many more words, beside one that has no others. */
const LONG_TITLE = 0.7;
/** Words between the words found, at which nearness is worth half. */
const HALF_NEAR = 80;

/** A document's score, and whether its title rather than its body is what was searched for. */
export type Score = { score: number; inTitle: boolean };

/** One word of the query found in one field: how well, and where. */
type Found = { quality: number; at: number[] };

/**
 * How well a document answers. First of all how much of the query is in it, weighed by how much each word tells; to the third power, so
 * that all of it is far more than most of it. Then two reasons, the better one for the most part: that the title is like the query, or
 * that the words stand near to each other in the body. A query is a title half remembered, or words out of a text; a title that
 * has only some of its words is neither, so that reason shrinks quickly. Who opens a thread says again what its title says: words that are in both
 * count once more. A thread is remembered by its opening, so that is preferred.
 */
export function scoreOf(plan: Plan, postings: Postings): Score {
  const title = findSlots(plan, postings, 'title');
  const label = findSlots(plan, postings, 'label');
  const body = findSlots(plan, postings, 'body');
  const whole = plan.slots.reduce((sum, { worth }) => sum + worth, 0) || 1;
  const share = (quality: (at: number) => number) =>
    plan.slots.reduce((sum, { worth }, at) => sum + worth * quality(at), 0) / whole;
  const inTitle = share((at) => title[at]?.quality ?? 0);
  const inBody = share((at) => body[at]?.quality ?? 0);
  const covered = share((at) =>
    Math.max(title[at]?.quality ?? 0, body[at]?.quality ?? 0, LABEL_SHARE * (label[at]?.quality ?? 0)),
  );
  const titleWords = new Set(title.flatMap((found) => found.at)).size;
  const titleShare = Math.min(1, titleWords / Math.max(1, postings.titleLength));
  const inBoth = share((at) => Math.min(title[at]?.quality ?? 0, body[at]?.quality ?? 0));
  const asTitle =
    inTitle ** 2 * (PART.title * (LONG_TITLE + (1 - LONG_TITLE) * titleShare) + PART.order * orderOf(title));
  const asBody = PART.nearness * inBody * nearness(body);
  const reasons = Math.max(asTitle, asBody) + PART.lesser * Math.min(asTitle, asBody) + PART.again * inBoth;
  const score = PART.covered * covered ** 3 + reasons + (postings.isOpening ? PART.opening : 0);
  return { score, inTitle: inTitle > 0 && inTitle >= inBody };
}

function findSlots({ slots, detours }: Plan, { words }: Postings, field: Field): Found[] {
  const found = slots.map(({ forms }) => {
    const slot: Found = { quality: 0, at: [] };
    for (const [word, quality] of forms) {
      const at = words.get(word)?.[field] ?? [];
      if (at.length === 0) continue;
      slot.quality = Math.max(slot.quality, quality);
      slot.at.push(...at);
    }
    return slot;
  });
  for (const detour of detours) takeDetour(found, detour, words, field);
  return found;
}

/** Where the words of a detour stand side by side, the slots it stands for are found too. */
function takeDetour(found: Found[], detour: Detour, words: Postings['words'], field: Field): void {
  const placesOf = (forms: ReadonlyMap<string, number>) =>
    [...forms.keys()].flatMap((word) => words.get(word)?.[field] ?? []);
  const [first, ...rest] = detour.words;
  const following = rest.map((forms) => new Set(placesOf(forms)));
  const starts = placesOf(first ?? new Map()).filter((start) =>
    following.every((at, step) => at.has(start + step + 1)),
  );
  if (starts.length === 0) return;
  for (let at = detour.from; at < detour.to; at += 1) {
    const slot = found[at];
    if (slot === undefined || slot.quality >= detour.quality) continue;
    slot.quality = detour.quality;
    slot.at.push(...starts);
  }
}

/** The share of neighbours in the query that are neighbours, in the same order, in the field: 0 to 1. */
function orderOf(found: readonly Found[]): number {
  let together = 0;
  for (let at = 1; at < found.length; at += 1) {
    const before = new Set(found[at - 1]?.at);
    if (found[at]?.at.some((position) => before.has(position - 1))) together += 1;
  }
  return found.length > 1 ? together / (found.length - 1) : 0;
}

/** From 1, the words found stand side by side, towards 0: how narrow a stretch holds one of each. One word alone is near nothing. */
function nearness(found: readonly Found[]): number {
  const slots = found.filter(({ at }) => at.length > 0);
  if (slots.length < 2) return 0;
  const between = narrowestStretch(slots.map(({ at }) => at)) - (slots.length - 1);
  return HALF_NEAR / (HALF_NEAR + Math.max(0, between));
}

/** The smallest distance from the first to the last of positions that are one of each list. */
function narrowestStretch(lists: readonly number[][]): number {
  const all = lists.flatMap((positions, list) => positions.map((position) => ({ position, list })));
  all.sort((a, b) => a.position - b.position);
  const inside = lists.map(() => 0);
  let missing = lists.length;
  let narrowest = Infinity;
  let start = 0;
  for (const { position, list } of all) {
    if (inside[list] === 0) missing -= 1;
    inside[list] = (inside[list] ?? 0) + 1;
    while (missing === 0) {
      const first = all[start];
      if (first === undefined) break;
      narrowest = Math.min(narrowest, position - first.position);
      inside[first.list] = (inside[first.list] ?? 0) - 1;
      if (inside[first.list] === 0) missing += 1;
      start += 1;
    }
  }
  return narrowest;
}
