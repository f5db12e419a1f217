/** A question put many times: which of the same candidates is it? `allowed` says who comes into question in each case. */
export type Question = { cases: number; candidates: number; allowed: Uint8Array };

/** One kind of evidence: a number for every case and candidate, in the order of the cases. */
export type Column = { name: string; values: Float32Array };

/** What is known of a question, kind by kind. */
export class Evidence {
  readonly columns: Column[] = [];
  readonly question: Question;

  constructor(question: Question) {
    this.question = question;
  }

  /** Adds a column; one that is the same everywhere says nothing and is left out. */
  add(name: string, valueOf: (theCase: number, candidate: number) => number): void {
    const { cases, candidates } = this.question;
    const values = new Float32Array(cases * candidates);
    let says = false;
    for (let i = 0; i < cases; i++) {
      const start = i * candidates;
      for (let a = 0; a < candidates; a++) {
        const value = valueOf(i, a);
        values[start + a] = value;
        if (value !== values[start]) says = true;
      }
    }
    if (says) this.columns.push({ name, values });
  }

  /** Adds values by name, made by `addTo` calls: everything that was not given is 0. */
  addSparse(cells: SparseCells): void {
    const { cases, candidates } = this.question;
    for (const [name, given] of cells.byName) {
      const values = new Float32Array(cases * candidates);
      for (const [at, value] of given) values[at] = value;
      this.columns.push({ name, values });
    }
  }
}

/** Evidence that speaks of few cases and candidates: sums by name and place. */
export class SparseCells {
  readonly byName = new Map<string, Map<number, number>>();
  readonly #candidates: number;

  constructor({ candidates }: Pick<Question, 'candidates'>) {
    this.#candidates = candidates;
  }

  add(name: string, theCase: number, candidate: number, value: number): void {
    let cells = this.byName.get(name);
    if (!cells) this.byName.set(name, (cells = new Map<number, number>()));
    const at = theCase * this.#candidates + candidate;
    cells.set(at, (cells.get(at) ?? 0) + value);
  }
}
