/** Wakes one who waits, and remembers that it was rung while nobody did. */
export class Bell {
  #rung = false;
  #closed = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** Waits for the next ring; false once the bell is closed. */
  async rung(): Promise<boolean> {
    if (!this.#rung && !this.#closed) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    this.#rung = false;
    return !this.#closed;
  }
}
