import { describe, expect, it } from 'vitest';
import { readLines, type SourceLine } from './read-lines.ts';

const MAX = 100;

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<SourceLine[]> {
  const lines: SourceLine[] = [];
  for await (const line of readLines(stream(chunks), MAX)) lines.push(line);
  return lines;
}

async function* stream(chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}

const texts = (lines: SourceLine[]) => lines.map((line) => (line.kind === 'text' ? line.text : line.reason));

describe('readLines', () => {
  it('joins what chunks have torn apart, within a character too', async () => {
    const bytes = Buffer.from('{"a":"blåbær"}\n{"b":"𝒳"}\n');
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(texts(await linesOf(...single))).toEqual(['{"a":"blåbær"}', '{"b":"𝒳"}']);
  });

  it('counts blank lines without giving them, and gives a last line without an end', async () => {
    const lines = await linesOf('one\n\n   \r\nfour\nfive');
    expect(lines.map(({ number, bytesRead }) => ({ number, bytesRead }))).toEqual([
      { number: 1, bytesRead: 4 },
      { number: 4, bytesRead: 15 },
      { number: 5, bytesRead: 19 },
    ]);
  });

  it('passes over a line that is too long and goes on with the next', async () => {
    const long = Array.from({ length: 50 }, () => 'x'.repeat(1_000));
    const lines = await linesOf('first\n', ...long, '\nlast\n');
    expect(lines.map(({ kind, number }) => [kind, number])).toEqual([
      ['text', 1],
      ['unreadable', 2],
      ['text', 3],
    ]);
    expect(texts(lines)[1]).toMatch(/^is longer than/);
  });

  it('takes a line of just the greatest length', async () => {
    expect(texts(await linesOf(`${'x'.repeat(MAX)}\n`))).toEqual(['x'.repeat(MAX)]);
    expect(texts(await linesOf(`${'x'.repeat(MAX + 1)}\n`))[0]).toMatch(/^is longer than/);
  });

  it('reports bytes that are not UTF-8 in their line alone', async () => {
    const lines = await linesOf('one\n', Uint8Array.of(0x22, 0xff, 0xfe, 0x22, 0x0a), Uint8Array.of(0xc3), '\nfour\n');
    expect(texts(lines)).toEqual(['one', 'is not valid UTF-8', 'is not valid UTF-8', 'four']);
  });

  it('leaves out a byte order mark', async () => {
    expect(texts(await linesOf(Uint8Array.of(0xef, 0xbb, 0xbf), '{}\n'))).toEqual(['{}']);
  });

  it('gives nothing for an empty file', async () => {
    expect(await linesOf()).toEqual([]);
  });
});
