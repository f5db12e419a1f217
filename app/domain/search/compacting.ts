/** Of the time, at most one part in so many is spent on compacting: it writes the whole index anew. */
const REST = 50;
/** Ms between two times, at least. */
const LEAST_REST = 5_000;

/** When an index is compacted: soon after words were taken out of it, and not all the time. */
export class Compacting {
  #isDue = false;
  #notBefore = 0;

  note({ leftTraces }: { leftTraces: boolean }): void {
    if (leftTraces) this.#isDue = true;
  }

  /** Calls `compact` if it is time. What fails is due again. */
  async run(compact: () => Promise<void>, now: () => number = () => performance.now()): Promise<void> {
    const started = now();
    if (!this.#isDue || started < this.#notBefore) return;
    this.#isDue = false;
    try {
      await compact();
    } catch (error) {
      this.#isDue = true;
      throw error;
    } finally {
      this.#notBefore = now() + Math.max(LEAST_REST, REST * (now() - started));
    }
  }
}
