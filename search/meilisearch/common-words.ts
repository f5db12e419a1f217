/** From so many documents on a word is common: it takes the longest to count, is asked the most, and tells nothing of who asks for it. */
const COMMON = 1_000;
/** Ms for which its count is kept. */
const KEPT = 600_000;
const MOST_KEPT = 5_000;

/** In how many documents common words were when they were last counted. What is rare is not kept: that somebody searched for it is theirs. */
export class CommonWords {
  readonly #kept = new Map<string, { docs: number; until: number }>();

  docsOf(word: string, now = performance.now()): number | undefined {
    const kept = this.#kept.get(word);
    return kept !== undefined && now < kept.until ? kept.docs : undefined;
  }

  note(word: string, docs: number, now = performance.now()): void {
    if (docs < COMMON) return;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(word, { docs, until: now + KEPT });
  }
}
