import { expect, it } from 'vitest';
import { cutPassage } from './cut-passage.ts';
import { passageOf } from './passage.ts';
import { asAtFirst, ledgerSpans, type Texts } from './spans.ts';

const passage = (text: string) => passageOf(text, { otherCapitals: false, insideWords: false });

it('counts through the body and then the other fields', () => {
  const texts: Texts = { body: 'a Kari', title: 'Kari', contentWarning: null, situation: null, question: 'Is Kari' };
  const cuts = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, cutPassage(text ?? '', passage('Kari'), '[name removed]')]),
  );
  const whole = [texts.body, texts.title, '', '', '', texts.question].join('\n');
  const spans = ledgerSpans(texts, cuts);
  expect(spans.map(({ start, end }) => whole.slice(start, end))).toEqual(['Kari', 'Kari', 'Kari']);
});

it('says of a second redaction where it stood in the text as it was at first', () => {
  const first = 'Kari of Bergen met Ola, by [her](https://x.no/kari), in Bergen.';
  const one = cutPassage(first, passage('Kari'), '[name removed]');
  const two = cutPassage(one.text, passage('Bergen'), '[sted fjernet]');
  const three = cutPassage(two.text, passage('Ola'), '[detail removed]');
  const bergen = asAtFirst({ body: one.text }, one.spans, two.spans) ?? [];
  expect(bergen.map(({ start, end }) => first.slice(start, end))).toEqual(['Bergen', 'Bergen']);
  const ola = asAtFirst({ body: two.text }, [...bergen, ...one.spans], three.spans) ?? [];
  expect(ola.map(({ start, end }) => first.slice(start, end))).toEqual(['Ola']);
});

it('says when it cannot be told', () => {
  expect(asAtFirst({ body: 'no marker here' }, [{ start: 0, end: 2 }], [{ start: 3, end: 5 }])).toBeNull();
});
