import { describe, expect, it } from 'vitest';
import { DomainError } from '#app/platform/errors.ts';
import { parseSearchRequest, readSearchRequest } from './schema.ts';

const parse = (query: string) => parseSearchRequest(new URLSearchParams(query));

describe('a search address', () => {
  it('without parameters searches for nothing, everywhere, by relevance', () => {
    expect(parse('')).toEqual({
      q: '',
      topic: [],
      perspective: [],
      kind: [],
      language: [],
      answered: [],
      since: null,
      sort: 'relevance',
      thread: null,
      page: 1,
      limit: 20,
    });
  });

  it('keeps repeated filters, and passes over what a form left empty or nobody knows', () => {
    const request = parse('q=gift&topic=gifts&topic=&topic=fees&kind=&sort=&since=&page=&utm=1');
    expect(request).toMatchObject({
      q: 'gift',
      topic: ['gifts', 'fees'],
      kind: [],
      sort: 'relevance',
      since: null,
      page: 1,
    });
  });

  it.each([
    ['since', 'since=2026-02-30'],
    ['since', 'since=7'],
    ['sort', 'sort=best'],
    ['page', 'page=-1'],
    ['page', 'page=0'],
    ['page', 'page=1e9'],
    ['page', 'page=NaN'],
    ['limit', 'limit=51'],
    ['kind', 'kind=rant'],
    ['language', 'language=sv'],
    ['answered', 'answered=maybe'],
    ['perspective', 'perspective=nobody'],
    ['topic', 'topic=%27%3B--'],
    ['thread', 'thread=../etc'],
    ['q', `q=${'x'.repeat(501)}`],
  ])('that makes no sense is refused by the name of its parameter, %s', (name, query) => {
    const refusal = (() => {
      try {
        return parse(query);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'bad-request', message: `Not a search: ${name}` });
  });
});

describe('a page', () => {
  const read = (query: string) => readSearchRequest(new URLSearchParams(query));

  it('searches by what makes sense and names the rest', () => {
    const { request, passedOver } = read(
      'q=fee&page=-1&kind=rant&kind=guide&topic=%27--&perspective=client&sort=best&utm=1',
    );
    expect(request).toEqual(parse('q=fee&kind=guide&perspective=client'));
    expect(passedOver.sort()).toEqual(['kind', 'page', 'sort', 'topic']);
  });

  it('cuts a text that is too long', () => {
    const { request, passedOver } = read(`q=${'x'.repeat(10_000)}`);
    expect(request.q).toBe('x'.repeat(500));
    expect(passedOver).toEqual(['q']);
  });

  it('passes over values of a filter beyond those that one may choose', () => {
    const { request, passedOver } = read(Array.from({ length: 30 }, (_, at) => `topic=topic-${at}`).join('&'));
    expect(request.topic).toHaveLength(20);
    expect(passedOver).toEqual(['topic']);
  });

  it('has nothing to say of what is in order', () => {
    expect(read('q=fee&page=2').passedOver).toEqual([]);
  });
});
