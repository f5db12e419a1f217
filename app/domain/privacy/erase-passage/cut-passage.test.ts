import { describe, expect, it } from 'vitest';
import { addressesWith, namesPassage } from './addresses.ts';
import { cutPassage, withoutSigns } from './cut-passage.ts';
import { findPassage, passageOf, type Reach } from './passage.ts';

const EXACT: Reach = { otherCapitals: false, insideWords: false };
const M = '[name removed]';

const cut = (source: string, text: string, reach: Partial<Reach> = {}): string =>
  cutPassage(source, passageOf(text, { ...EXACT, ...reach }), M).text;

describe('what is found and cut', () => {
  it.each([
    ['every place', 'Kari met Kari.', 'Kari', `${M} met ${M}.`],
    ['no part of a longer word', 'Karin, Kari, Okari', 'Kari', `Karin, ${M}, Okari`],
    ['no other capitals', 'A rose for Rose', 'Rose', `A rose for ${M}`],
    ['letters beyond ASCII, written either way', 'A\u030Ase and Åse', 'Åse', `${M} and ${M}`],
    ['a passage that is read over the end of a line', 'Kari\nNordmann', 'Kari Nordmann', M],
    ['one in a quote, over its signs', '> by Kari\n> > Nordmann\n> b', 'Kari Nordmann', `> by ${M}\n> b`],
    ['not what stands in two paragraphs', 'Kari\n\nNordmann', 'Kari Nordmann', 'Kari\n\nNordmann'],
    ['two paragraphs that were copied whole', 'a Kari\n\nNordmann b', 'Kari\n\nNordmann', `a ${M} b`],
    ['invisible characters within', 'Ka\u200Bri \u00ADNord', 'Kari Nord', M],
    ['a curled apostrophe', "D’Arcy and D'Arcy", "D'Arcy", `${M} and ${M}`],
    ['signs with a backslash before them', 'room 4\\-B', 'room 4-B', M],
    ['signs that mean something in a pattern', 'a (b) [c] $5.00+ d', '(b) [c] $5.00+', `a ${M} d`],
    ['nothing, in nothing', '', 'Kari', ''],
  ])('is %s', (_what, source, text, expected) => {
    expect(cut(source, text)).toBe(expected);
  });

  it('reaches further when asked to', () => {
    expect(cut('KARI and kari', 'Kari', { otherCapitals: true })).toBe(`${M} and ${M}`);
    expect(cut('Karis hus', 'Kari', { insideWords: true })).toBe(`${M}s hus`);
  });

  it('says where it stood', () => {
    expect(cutPassage('a Kari b Kari', passageOf('Kari', EXACT), M).spans).toEqual([
      { start: 2, end: 6 },
      { start: 9, end: 13 },
    ]);
  });
});

describe('marks of Markdown', () => {
  it.each([
    ['stay around what is cut', 'a **Kari** b', 'Kari', `a **${M}** b`],
    ['go where half of them would be left', '**Kari** Nordmann', 'Kari Nordmann', M],
    ['go on the other side too', 'Kari **Nordmann**', 'Kari Nordmann', M],
    ['go where a bracket would undo them', '**Kari**s', 'Kari', `${M}s`],
    ['are found as they were copied', 'a **Kari** b', '**Kari**', `a ${M} b`],
    ['are made whole when half were copied', 'a **Kari** b', '**Kari', `a ${M} b`],
    ['of a word with underscores are letters', 'a snake_case_b c', 'snake_case_b', `a ${M} c`],
    ['in code stay', '`a Kari b`', 'Kari', `\`a ${M} b\``],
  ])('%s', (_what, source, text, expected) => {
    expect(cut(source, text)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['of a link', '[her](https://x.no/in/kari-nordmann?a=(b)) yes', `[her](<${M}>) yes`],
    ['of a link whose words name it too', '[Kari Nordmann](https://x.no/kari.nordmann)', `[${M}](<${M}>)`],
    ['in angle brackets', '[her](<https://x.no/Kari Nordmann> "t")', `[her](<${M}> "t")`],
    ['that are no links', '[her](kari_nordmann.html)', `[her](<${M}>)`],
    ['of an image', '![her](https://x.no/karinordmann.jpg)', `![her](<${M}>)`],
    ['of a definition', '[her][1]\n\n[1]: https://x.no/nordmann/kari', `[her][1]\n\n[1]: <${M}>`],
    ['that stand bare', 'See https://x.no/Kari%20Nordmann. Then', `See ${M}. Then`],
    ['in brackets', 'See (www.kari-nordmann.no), then', `See (${M}), then`],
    ['between angle brackets', 'Mail <kari.nordmann@x.no>!', `Mail ${M}!`],
    ['of mail', 'Mail nordmann.kari@x.no!', `Mail ${M}!`],
  ])('%s are cut', (_what, source, expected) => {
    expect(cut(source, 'Kari Nordmann')).toBe(expected);
  });

  it('are read without accents, in both ways of writing them', () => {
    const bjorg = passageOf('Bjørg Åsen', EXACT);
    for (const name of ['bjorg-asen', 'bjoerg-aasen', 'Bj%C3%B8rg_%C3%85sen']) {
      expect(namesPassage(bjorg, `https://x.no/${name}`)).toBe(true);
    }
    expect(namesPassage(bjorg, 'https://x.no/bjorn-asen')).toBe(false);
  });

  it('are left alone where a short word is only part of another', () => {
    expect(addressesWith(passageOf('Bo', EXACT), 'https://x.no/about')).toEqual([]);
    expect(addressesWith(passageOf('Bo', EXACT), 'https://x.no/bo')).toHaveLength(1);
  });
});

it('takes no time over texts made to take it', () => {
  const before = process.cpuUsage();
  for (const sign of ['*', '_', ' ', '\n>', '[', '](', 'a@', 'www.', '<', '(', 'ab*', '\\']) {
    const source = sign.repeat(20_000 / sign.length);
    cutPassage(source, passageOf(`${sign.repeat(200)}x`, { otherCapitals: true, insideWords: true }), M);
    cutPassage(source, passageOf('ababababab c', { otherCapitals: true, insideWords: true }), M);
    withoutSigns(source);
  }
  // Of the processor: how long it takes is up to whatever else the machine does.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(10);
});

it('sees a passage through the signs of a source', () => {
  const passage = passageOf('Kari Nordmann', EXACT);
  for (const source of ['[Kari](https://x.no) Nordmann', '**Kari** [Nordmann][1]', '- Ka\\ri *Nord*mann']) {
    expect(findPassage(passage, withoutSigns(source))).toHaveLength(1);
  }
  expect(findPassage(passageOf('name', EXACT), withoutSigns(`a ${M} b`))).toEqual([]);
});
