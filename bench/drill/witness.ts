import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Writes down what was acknowledged, and has it on the disk before it goes on. */
export class Witness {
  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'a');
  }

  note(word: string): void {
    writeSync(this.#file, `${word}\n`);
    fsyncSync(this.#file);
  }

  words(): string[] {
    return readFileSync(this.#path, 'utf8').split('\n').filter(Boolean);
  }

  close(): void {
    closeSync(this.#file);
  }
}
