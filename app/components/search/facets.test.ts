import { expect, test } from 'vitest';
import { parseSearchRequest } from '#app/domain/search/schema.ts';
import { translator } from '#app/i18n/translator.ts';
import { facetsOf, type Counts } from './facets.ts';

const GROUPS = [
  {
    slug: 'money',
    name: 'Money',
    topics: [
      { slug: 'fees', name: 'Fees' },
      { slug: 'gifts', name: 'Gifts' },
    ],
  },
  { slug: 'time', name: 'Time', topics: [{ slug: 'endings', name: 'Endings' }] },
];
const COUNTS: Counts = {
  topic: { money: 5, time: 9, fees: 2, gifts: 3, endings: 9 },
  perspective: { client: 12, therapist: 2 },
  kind: { dilemma: 14 },
  language: { en: 14 },
  answered: { yes: 10, no: 4 },
};

function facets(query: string, counts = COUNTS) {
  const asked = parseSearchRequest(new URLSearchParams(query));
  return facetsOf({ asked, groups: GROUPS, counts, language: 'en', t: translator('en') });
}
function values(query: string, key: string, counts = COUNTS) {
  return facets(query, counts).find((facet) => facet.key === key)?.values ?? [];
}
const pathOf = (query: string, key: string, value: string) =>
  values(query, key).find((each) => each.value === value)?.path;

test('only values that are in some of the results are offered, topics by how many', () => {
  expect(values('q=fee', 'perspective').map(({ name, count }) => [name, count])).toEqual([
    ['Client', 12],
    ['Therapist or counsellor', 2],
  ]);
  expect(values('q=fee', 'topic').map(({ value }) => value)).toEqual(['endings', 'gifts', 'fees']);
});

test('a list in which there is nothing to choose is left out, unless something of it was chosen', () => {
  expect(facets('q=fee').map(({ key }) => key)).not.toContain('kind');
  expect(facets('q=fee&kind=dilemma').map(({ key }) => key)).toContain('kind');
});

test('a chosen value stays although nothing has it, and leads back', () => {
  const chosen = values('q=fee&perspective=supervisor', 'perspective').find(({ isChosen }) => isChosen);
  expect(chosen).toMatchObject({ value: 'supervisor', count: 0, path: '/search?q=fee' });
});

test('periods are all offered, without counts, and the chosen one leads back', () => {
  expect(values('q=fee', 'since').map(({ value, count }) => [value, count])).toEqual([
    ['7d', null],
    ['30d', null],
    ['1y', null],
  ]);
  expect(pathOf('q=fee&since=7d', 'since', '7d')).toBe('/search?q=fee');
});

test('values of one list add up, periods take each other’s place, and all begin at the first page', () => {
  expect(pathOf('q=fee&perspective=client&page=3', 'perspective', 'therapist')).toBe(
    '/search?q=fee&perspective=client&perspective=therapist',
  );
  expect(pathOf('q=fee&since=30d', 'since', '1y')).toBe('/search?q=fee&since=1y');
});

test('a group takes the place of its topics, and a topic that of its group; others stay', () => {
  expect(pathOf('q=fee&topic=fees&topic=endings', 'group', 'money')).toBe('/search?q=fee&topic=endings&topic=money');
  expect(pathOf('q=fee&topic=money&topic=time', 'topic', 'gifts')).toBe('/search?q=fee&topic=time&topic=gifts');
});

test('where counts cannot be told, values are offered without them, and topics only by their groups', () => {
  const none: Counts = { topic: {}, perspective: {}, kind: {}, language: {}, answered: {} };
  expect(values('q=fee', 'answered', none).map(({ count }) => count)).toEqual([null, null]);
  expect(values('q=fee', 'group', none)).toHaveLength(2);
  expect(facets('q=fee', none).map(({ key }) => key)).not.toContain('topic');
});
