/** A line of a file, with its number from 1 and the bytes read up to its end; or why it cannot be read as text. */
export type SourceLine = { number: number; bytesRead: number } & (
  { kind: 'text'; text: string } | { kind: 'unreadable'; reason: string }
);

const NEWLINE = 0x0a;

/**
 * The lines of `source` as text, never holding more than `maxBytes` of one: what is longer is passed over and reported. Bytes
 * that are not UTF-8 make their line unreadable, and no other. Blank lines are counted and not given.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<SourceLine> {
  const pending = new PendingLine(maxBytes);
  let number = 0;
  let bytesRead = 0;
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      pending.add(chunk.subarray(start, end));
      number++;
      const line = pending.take();
      if (line) yield { number, bytesRead: bytesRead + end + 1, ...line };
      start = end + 1;
    }
    pending.add(chunk.subarray(start));
    bytesRead += chunk.length;
  }
  const last = pending.take();
  if (last) yield { number: number + 1, bytesRead, ...last };
}

type Line = { kind: 'text'; text: string } | { kind: 'unreadable'; reason: string };

class PendingLine {
  readonly #maxBytes: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** The line so far, and begins the next one; undefined when it was blank. */
  take(): Line | undefined {
    const parts = this.#parts;
    const length = this.#length;
    this.#parts = [];
    this.#length = 0;
    if (length > this.#maxBytes) {
      return { kind: 'unreadable', reason: `is longer than ${(this.#maxBytes / 2 ** 20).toLocaleString('en')} MiB` };
    }
    try {
      const text = this.#decoder.decode(Buffer.concat(parts));
      return text.trim() === '' ? undefined : { kind: 'text', text };
    } catch {
      return { kind: 'unreadable', reason: 'is not valid UTF-8' };
    }
  }
}
