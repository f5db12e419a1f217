import { describe, expect, it } from 'vitest';
import { oneSlipFrom } from '../corrections.ts';
import { parseQuery } from '../parse-query.ts';
import { mayMatterTo, type MayMatter } from './may-matter.ts';
import { planFor } from './rank.ts';
import { read, type FoundDocument } from './reading.ts';

const BODY = `Sessions, session, sesions; the tried trying tries try adding ad ADS hopping hoped hope. Confidentiality and
confidentialty, konfidensialitet. Pasientene, pasient; ærlighet ærlig. A gift, gifts, gfit, lift. I've been in it, I’d say, is it? O'Neil, client’s. Therapist's
therapists thrapist therpaist retherapist psychotherapy. boundary boundaries bondaries 12 12th a an i in`;

function document(body: string): FoundDocument {
  const empty = { id: 'a', threadId: 'a', title: body, topicLabels: [], opening: 0 } as const;
  return { ...empty, body, language: 'en', createdDay: 1, replyCountBucket: 0 };
}

/** What stands for each term of a query where words are passed over, and where none are. */
function formsIn(query: string, bodies: readonly string[]) {
  const parsed = parseQuery(query);
  const formsBy = (mayMatter: MayMatter) =>
    planFor(parsed, [], read(bodies.map(document), mayMatter), () => 1).slots.map(({ forms }) => forms);
  return { some: formsBy(mayMatterTo(parsed.terms, [])), all: formsBy(() => true) };
}

describe('what is passed over', () => {
  it.each([
    'session ',
    'the try ',
    'adding hope ',
    'confidentiality ',
    'pasienten ærlig ',
    'gift ',
    'i ',
    'ive ',
    'client oneil ',
    'i',
    'th',
    'therap',
    'thera',
    'confidentialit',
    'boundary therapists ',
    '12',
  ])('stands for nothing that %j asks', (query) => {
    const { some, all } = formsIn(query, [BODY, 'nothing of the kind', 'neither']);
    expect(some).toEqual(all);
  });

  it.each(['gift', 'client', 'pasient', 'boundary', 'confidential', 'med'])(
    'is no word with slips in it: %s',
    (word) => {
      const slips = oneSlipFrom(word);
      const twice = slips.filter((_, at) => at % 40 === 0).flatMap(oneSlipFrom);
      const written = [slips, twice, slips.map((slip) => `${slip}ing`)].map((words) => words.join(' '));
      // Where most documents have the word nobody looks for slips.
      const bodies = [...written, ...Array<string>(200).fill('none')];
      for (const query of [`${word} `, word, `"${word}" `, `${word}s `]) {
        const { some, all } = formsIn(query, bodies);
        expect(some).toEqual(all);
      }
      expect(formsIn(word, bodies).all[0]?.size).toBeGreaterThan(word === 'med' ? 1 : 20);
    },
  );

  it('is not what means the same, nor an inflection of that', () => {
    const mayMatter = mayMatterTo(parseQuery('gift ').terms, ['presents']);
    expect(read([document(`${BODY} present Presents prescient`)], mayMatter).words).toEqual(
      expect.arrayContaining(['present', 'presents']),
    );
  });
});

it('most words are passed over', () => {
  const { words } = read([document(BODY)], mayMatterTo(parseQuery('my gift ').terms, []));
  expect(words).toContain('gift');
  expect(words).not.toContain('sessions');
  const { words: nearLong } = read([document(BODY)], mayMatterTo(parseQuery('therapists ').terms, []));
  expect(nearLong).toContain('thrapist');
  expect(nearLong).not.toContain('konfidensialitet');
});
