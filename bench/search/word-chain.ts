/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Stand before and behind a sentence: no word of a text. */
const START = '\u0001';
const END = '\u0002';
const SHORTEST = 3;

/**
 * Makes sentences in which every three words stand side by side somewhere in `texts`: the same words and collocations, and no
 * sentence that is there (docs/decisions/066).
 */
export class WordChain {
  readonly #next = new Map<string, string[]>();
  readonly #known: ReadonlySet<string>;
  readonly #random: () => number;

  constructor(texts: readonly string[], random: () => number) {
    this.#random = random;
    const sentences = texts.flatMap(sentencesOf);
    this.#known = new Set(sentences.map(bare));
    for (const sentence of sentences) this.#learn(sentence.split(/\s+/));
  }

  /** A sentence of up to `longest` words that is none of the texts'. */
  sentence(longest: number): string {
    for (;;) {
      const made = this.#walk(longest);
      if (made.length >= SHORTEST && !this.#known.has(bare(made.join(' ')))) return made.join(' ');
    }
  }

  /** Sentences of `words` words in all, or a few more. */
  text(words: number): string {
    const sentences: string[] = [];
    for (let count = 0; count < words;) {
      const made = this.sentence(40);
      sentences.push(made);
      count += made.split(' ').length;
    }
    return sentences.join(' ');
  }

  #learn(words: readonly string[]): void {
    const all = [START, START, ...words, END];
    for (let at = 2; at < all.length; at += 1) {
      const key = `${all[at - 2]} ${all[at - 1]}`;
      const known = this.#next.get(key);
      if (known) known.push(all[at] ?? END);
      else this.#next.set(key, [all[at] ?? END]);
    }
  }

  #walk(longest: number): string[] {
    const made: string[] = [];
    let [before, last] = [START, START];
    while (made.length < longest) {
      const choices = this.#next.get(`${before} ${last}`) ?? [];
      const word = choices[Math.floor(this.#random() * choices.length)] ?? END;
      if (word === END) break;
      made.push(word);
      [before, last] = [last, word];
    }
    return made;
  }
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The words alone: a sentence with other marks is still that sentence. */
function bare(sentence: string): string {
  return (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
