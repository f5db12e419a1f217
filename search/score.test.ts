import { expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { scoreOf, type Postings } from './score.ts';

const slot = (word: string, worth: number) => ({
  forms: new Map([[word, 1]]),
  docs: 1,
  worth,
  beginning: null,
  isKnown: true,
  telling: true,
});
const plan = (...slots: Plan['slots']): Plan => ({ slots, detours: [], phrases: [], excluded: [] });
const ASKED = plan(slot('hard', 1), slot('goodbye', 3));

function postings(
  words: Record<string, Partial<Record<'title' | 'label' | 'body', number[]>>>,
  titleLength = 10,
): Postings {
  const fields = Object.entries(words).map(
    ([word, at]) => [word, { title: [], label: [], body: [], ...at }] satisfies [string, unknown],
  );
  return { isOpening: false, titleLength, words: new Map(fields) };
}

const score = (asked: Plan, found: Postings) => scoreOf(asked, found).score;

it('all words in a body come before the rarest alone, however often', () => {
  const all = postings({ hard: { body: [100] }, goodbye: { body: [400] } });
  const rarest = postings({ goodbye: { body: [100, 101, 102, 103] } });
  expect(score(ASKED, all)).toBeGreaterThan(score(ASKED, rarest));
});

it('words near to each other come before words far apart', () => {
  const near = postings({ hard: { body: [100] }, goodbye: { body: [101] } });
  const far = postings({ hard: { body: [100] }, goodbye: { body: [300] } });
  expect(score(ASKED, near)).toBeGreaterThan(score(ASKED, far));
});

it('a title counts for more than a body, and one with few other words for more than a long one', () => {
  const inBody = postings({ hard: { body: [100] }, goodbye: { body: [101] } });
  const inTitle = postings({ hard: { title: [1] }, goodbye: { title: [2] } });
  const shortTitle = postings({ hard: { title: [1] }, goodbye: { title: [2] } }, 2);
  expect(score(ASKED, inTitle)).toBeGreaterThan(score(ASKED, inBody));
  expect(score(ASKED, shortTitle)).toBeGreaterThan(score(ASKED, inTitle));
});

it('a title whose words the body says again comes before a shorter one that stands alone', () => {
  const alone = postings({ hard: { title: [1] }, goodbye: { title: [2] } }, 4);
  const again = postings({ hard: { title: [1], body: [40] }, goodbye: { title: [2], body: [60] } }, 6);
  expect(score(ASKED, again)).toBeGreaterThan(score(ASKED, alone));
});

it('the same order counts', () => {
  const same = postings({ hard: { title: [1] }, goodbye: { title: [2] } });
  const turned = postings({ hard: { title: [2] }, goodbye: { title: [1] } });
  expect(score(ASKED, same)).toBeGreaterThan(score(ASKED, turned));
});

it('a detour counts where its words stand side by side, for less than the word itself', () => {
  const asked: Plan = {
    ...plan(slot('oosc', 3)),
    detours: [{ from: 0, to: 1, words: [new Map([['outside', 1]]), new Map([['contact', 1]])], quality: 0.7 }],
  };
  const detour = postings({ outside: { body: [5] }, contact: { body: [6] } });
  const apart = postings({ outside: { body: [5] }, contact: { body: [60] } });
  const exact = postings({ oosc: { body: [5] } });
  expect(score(asked, detour)).toBeGreaterThan(score(asked, apart));
  expect(score(asked, exact)).toBeGreaterThan(score(asked, detour));
});

it('says whether the title or the body was found', () => {
  expect(scoreOf(ASKED, postings({ goodbye: { title: [1] } })).inTitle).toBe(true);
  expect(scoreOf(ASKED, postings({ goodbye: { title: [1], body: [50] }, hard: { body: [51] } })).inTitle).toBe(false);
  expect(scoreOf(ASKED, postings({})).inTitle).toBe(false);
});
