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

/** Words that may follow each other as they do in one place of the texts. */
const LONGEST_RUN = 8;
/** Stands between sentences. */
const END = '';

/**
 * Makes sentences in which every two words, and nearly every three, stand side by side somewhere in `texts`: the same words and
 * collocations, no sentence that is there, and no more than eight words in a row out of one place.
 */
export class WordChain {
  /** Everything, word by word. */
  readonly #words: readonly string[];
  readonly #starts: readonly number[];
  /** Where in `#words` a pair of words, and a word, ends. */
  readonly #afterPair = new Map<string, number[]>();
  readonly #afterWord = new Map<string, number[]>();
  readonly #known: ReadonlySet<string>;
  readonly #random: () => number;

  constructor(texts: readonly string[], random: () => number) {
    this.#random = random;
    const sentences = texts.flatMap(sentencesOf);
    this.#known = new Set(sentences.map(bare));
    this.#words = sentences.flatMap((sentence) => [END, ...sentence.split(/\s+/)]).concat(END);
    this.#starts = this.#words.flatMap((word, at) => (word === END && at + 1 < this.#words.length ? [at + 1] : []));
    this.#words.forEach((word, at) => {
      if (word === END) return;
      add(this.#afterWord, word, at);
      add(this.#afterPair, `${this.#words[at - 1]} ${word}`, at);
    });
  }

  /** A sentence of up to `longest` words that is none of the texts'. */
  sentence(longest: number): string {
    for (;;) {
      const made = this.#walk(longest);
      if (made.length > 2 && !this.#known.has(bare(made.join(' ')))) return made.join(' ');
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

  #walk(longest: number): string[] {
    let at = this.#one(this.#starts);
    let run = 1;
    const made = [this.#words[at] ?? END];
    while (made.length < longest) {
      const from = this.#goOn(at, run);
      const word = this.#words[from + 1] ?? END;
      if (word === END) break;
      run = from === at ? run + 1 : 1;
      made.push(word);
      at = from + 1;
    }
    return made;
  }

  /** The place after which the next word is taken: after the same two words, and elsewhere when the run is long enough. */
  #goOn(at: number, run: number): number {
    const word = this.#words[at] ?? END;
    const alike = this.#afterPair.get(`${this.#words[at - 1]} ${word}`) ?? [at];
    if (run < LONGEST_RUN) return this.#one(alike);
    const elsewhere = alike.filter((place) => place !== at);
    return this.#one(elsewhere.length > 0 ? elsewhere : (this.#afterWord.get(word) ?? alike));
  }

  #one(places: readonly number[]): number {
    return places[Math.floor(this.#random() * places.length)] ?? 0;
  }
}

function add(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
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
