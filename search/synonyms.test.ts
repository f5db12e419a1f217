import { describe, expect, it } from 'vitest';
import type { SynonymGroup } from './engine.ts';
import { parseQuery } from './parse-query.ts';
import { SHIPPED_SETTINGS } from './settings.ts';
import { indexSynonyms, rephrase } from './synonyms.ts';

const GROUPS: SynonymGroup[] = [
  { id: 'dual', lang: 'en', direction: 'two-way', terms: ['dual role', 'multiple relationship'] },
  { id: 'shrink', lang: 'en', direction: 'one-way', from: ['shrink'], to: ['therapist'] },
  { id: 'therapist', lang: 'en', direction: 'two-way', terms: ['therapist', 'clinician'] },
  { id: 'no-show', lang: 'en', direction: 'two-way', terms: ['no-show', 'DNA'], caseSensitive: ['DNA'] },
  { id: 'gave', lang: 'nb', direction: 'two-way', terms: ['gave', 'presang'] },
  { id: 'bridge', lang: 'en+nb', direction: 'two-way', terms: ['gift', 'gave'] },
];

function others(text: string, languages: string[] = [], groups = GROUPS) {
  const found = rephrase(parseQuery(text).terms, indexSynonyms({ synonyms: groups }), languages);
  return found.map(({ from, to, words }) => `${from}-${to} ${words.join(' ')}`);
}

describe('which terms are rephrased', () => {
  it('a term of several words stands for all of them, wherever it is', () => {
    expect(others('my dual role at work')).toEqual(['1-3 multiple relationship']);
    expect(others('dual and role')).toEqual([]);
  });

  it('two-way leads both ways, one-way only from its beginning', () => {
    expect(others('multiple relationship')).toEqual(['0-2 dual role']);
    expect(others('shrink')).toEqual(['0-1 therapist']);
    expect(others('therapist')).toEqual(['0-1 clinician']);
  });

  it('the end of a term may be bent as its language bends words', () => {
    expect(others('dual roles')).toEqual(['0-2 multiple relationship']);
    expect(others('gaven', ['nb'])).toEqual(['0-1 presang']);
    expect(others('clinicianly')).toEqual([]);
  });

  it('case counts where the list says so, and only there', () => {
    expect(others('DNA')).toEqual(['0-1 no show']);
    expect(others('dna')).toEqual([]);
    expect(others('No-Show')).toEqual(['0-2 dna']);
  });

  it('a quoted term is taken at its word', () => {
    expect(others('"dual role"')).toEqual([]);
  });

  it('bridges hold unless a language is chosen, and a language keeps to its own', () => {
    expect(others('gave').sort()).toEqual(['0-1 gift', '0-1 presang']);
    expect(others('gave', ['nb'])).toEqual(['0-1 presang']);
    expect(others('therapist', ['nb'])).toEqual([]);
  });
});

it('the shipped list finds out-of-session contact by its short name', () => {
  const found = others('OOSC', [], [...SHIPPED_SETTINGS.synonyms]);
  expect(found).toContain('0-1 out of session contact');
  expect(found).not.toContain('0-1 oosc');
});

it('a bare T is a therapist only in capitals', () => {
  const shipped = [...SHIPPED_SETTINGS.synonyms];
  expect(others('my T ', [], shipped)).toContain('1-2 therapist');
  expect(others('t ', [], shipped)).toEqual([]);
});
