import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../threads/limits.ts';
import { readImportLine } from './import-line.ts';

const NOW = new Date('2026-03-04T15:30:00Z');

const good = {
  externalRef: 'archive-7',
  title: 'Is a birthday card too much?',
  topic: 'gifts',
  body: 'She gave me a card.',
};

const read = (value: unknown) => readImportLine(typeof value === 'string' ? value : JSON.stringify(value), NOW);

function reasonFor(value: unknown): string {
  const result = read(value);
  return result.kind === 'refused' ? result.reason : 'taken';
}

function lineOf(value: unknown) {
  const result = read(value);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.line;
}

describe('a line that is taken', () => {
  it('may leave out everything that has a default', () => {
    expect(lineOf(good)).toMatchObject({
      kind: 'dilemma',
      language: 'en',
      perspective: 'undisclosed',
      contentWarning: null,
      replies: [],
    });
  });

  it('may have everything', () => {
    const whole = {
      ...good,
      kind: 'guide',
      language: 'nb',
      createdAt: '2024-05-01T10:59:59+02:00',
      contentWarning: 'loss',
      structured: { situation: 'A card.', whatIHaveTried: 'Nothing yet.', question: 'May I keep it?' },
      perspective: 'therapist',
      writer: 'w1',
      replies: [
        { body: 'Keep it.', perspective: 'client', writer: 'w2', createdAt: '2024-05-02' },
        { body: 'Why?', quoteOf: 0 },
      ],
    };
    const line = lineOf(whole);
    expect(line.createdAt).toEqual(new Date('2024-05-01T08:59:59Z'));
    expect(line.replies.map(({ quoteOf }) => quoteOf)).toEqual([undefined, 0]);
  });

  it('may escape characters beyond the first plane, in two halves', () => {
    expect(lineOf(JSON.stringify(good).replace('card', '\\ud83d\\ude00')).title).toBe('Is a birthday 😀 too much?');
    expect(lineOf({ ...good, title: 'What is \\ud83d?' }).title).toBe('What is \\ud83d?');
  });

  it.each([
    ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T10:00:00.123456-07:00', '2024-05-01T17:00:00.123Z'],
    ['2024-05-01T10:00:00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads the time %s the same on every machine', (text, expected) => {
    expect(lineOf({ ...good, createdAt: text }).createdAt?.toISOString()).toBe(expected);
  });
});

describe('a line that is refused', () => {
  const reply = (fields: object) => ({ ...good, replies: [{ body: 'Yes.' }, { body: 'No.', ...fields }] });

  it.each<[string, unknown, string]>([
    ['broken JSON', '{"externalRef": "a", "title"', 'is not valid JSON'],
    ['a list', '[]', 'is not an object'],
    ['null', 'null', 'is not an object'],
    ['an unknown field', { ...good, author: 'me' }, 'unknown field "author"'],
    ['an unknown field of a reply', reply({ likes: 3 }), 'replies[1]: unknown field "likes"'],
    [
      'an unknown field of the structure',
      { ...good, structured: { situation: 'a', question: 'b', mood: 'c' } },
      'structured: unknown field "mood"',
    ],
    ['__proto__', `${JSON.stringify(good).slice(0, -1)},"__proto__":{"a":1}}`, 'unknown field "__proto__"'],
    ['no reference', { ...good, externalRef: undefined }, 'externalRef: is missing'],
    ['a blank reference', { ...good, externalRef: '  ' }, 'externalRef: is empty'],
    ['a long reference', { ...good, externalRef: 'x'.repeat(201) }, 'externalRef: is longer than 200 characters'],
    ['no title', { ...good, title: ' ' }, 'title: is missing or empty'],
    ['a long title', { ...good, title: 'x'.repeat(LIMITS.title + 1) }, 'title: is longer than 160 characters'],
    ['a number for a title', { ...good, title: 7 }, 'title: is not a string'],
    ['no body', { ...good, body: undefined }, 'body: is missing'],
    ['a blank body', { ...good, body: ' \n ' }, 'body: is missing or empty'],
    ['a long body', { ...good, body: 'x'.repeat(LIMITS.body + 1) }, 'body: is longer than 20,000 characters'],
    ['a NUL', { ...good, body: 'a\0b' }, 'body: holds a NUL character'],
    ['half a character', { ...good, body: 'a\ud800b' }, 'holds half a character (a lone surrogate)'],
    ['a topic that is no slug', { ...good, topic: 'School Refusal' }, 'topic: is not a slug such as "school-refusal"'],
    ['an unknown kind', { ...good, kind: 'rant' }, 'kind: is not a kind of thread'],
    ['an unknown language', { ...good, language: 'sv' }, 'language: is not a language of this forum'],
    ['an unknown perspective', { ...good, perspective: 'neighbour' }, 'perspective: is not a perspective'],
    [
      'a structure without its question',
      { ...good, structured: { situation: 'a' } },
      'structured.question: is missing',
    ],
    ['replies that are no list', { ...good, replies: {} }, 'replies: is not an array'],
    ['a reply that is a text', { ...good, replies: ['yes'] }, 'replies[0]: is not an object'],
    ['a blank reply', reply({ body: '' }), 'replies[1].body: is missing or empty'],
    ['a quote of itself', reply({ quoteOf: 1 }), 'replies[1].quoteOf: is not an earlier reply'],
    ['a quote out of range', reply({ quoteOf: 9 }), 'replies[1].quoteOf: is not an earlier reply'],
    ['a negative quote', reply({ quoteOf: -1 }), 'replies[1].quoteOf: is negative'],
    ['half a quote', reply({ quoteOf: 0.5 }), 'replies[1].quoteOf: is not a whole number'],
    ['a quote by text', reply({ quoteOf: '0' }), 'replies[1].quoteOf: is not a number'],
    ['a date that is none', { ...good, createdAt: 'yesterday' }, 'createdAt: is not a date and time of ISO 8601'],
    ['a day that never was', { ...good, createdAt: '2023-02-29' }, 'createdAt: is not a date and time of ISO 8601'],
    ['a time as a number', { ...good, createdAt: 1714557600 }, 'createdAt: is not a date and time of ISO 8601'],
    ['a time long before', { ...good, createdAt: '0000-01-01' }, 'createdAt: is before 1970'],
    ['the future', { ...good, createdAt: '2026-03-04T15:30:01Z' }, 'createdAt: is in the future'],
    ['a reply in the future', reply({ createdAt: '2099-01-01' }), 'replies[1].createdAt: is in the future'],
  ])('for %s', (_, line, reason) => {
    expect(reasonFor(line)).toBe(reason);
  });

  it('tells of several faults, but not of hundreds', () => {
    const fields = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`column${i}`, i]));
    expect(reasonFor({ ...good, title: '', ...fields }).length).toBeLessThan(400);
    expect(reasonFor({ ...good, title: '', kind: 'x' })).toBe(
      'title: is missing or empty; kind: is not a kind of thread',
    );
  });

  it('quotes no text, and nothing that a terminal would obey', () => {
    expect(reasonFor('{"body": "my secret')).not.toContain('secret');
    expect(reasonFor({ ...good, '\u001b[2J': 1 })).not.toContain('\u001b');
  });
});
