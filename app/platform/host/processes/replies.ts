/** What was asked of another process and has not been answered yet. */
export class Replies<Answer> {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #latest = 0;

  /** Asks with `send`, which is given the number of the question. The answer may never come. */
  ask(send: (id: number) => void): Promise<Answer> {
    const id = ++this.#latest;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      send(id);
    });
  }

  settle(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
