import type { SearchDocument, SearchQuery } from '../engine.ts';

let made = 0;

/** A document with whatever the test cares about; the opening of a thread of its own unless told otherwise. */
export function makeDocument(given: Partial<SearchDocument> = {}): SearchDocument {
  made += 1;
  const id = given.id ?? `document${made}`;
  return {
    id,
    threadId: `thread-of-${id}`,
    part: 'opening',
    title: 'A title',
    topicLabels: [],
    body: 'A body.',
    topicGroup: 'a-group',
    topic: 'a-topic',
    perspective: 'client',
    kind: 'dilemma',
    language: 'en',
    createdDay: 20_000,
    lastActivityDay: 20_000,
    replyCountBucket: 0,
    answered: false,
    ...given,
  };
}

type GivenQuery = Partial<Omit<SearchQuery, 'filters'>> & { filters?: Partial<SearchQuery['filters']> };

export function makeQuery(text: string, { filters, ...given }: GivenQuery = {}): SearchQuery {
  return {
    text,
    filters: { topic: [], perspective: [], kind: [], language: [], answered: [], sinceDay: null, ...filters },
    sort: 'relevance',
    threadId: null,
    without: { posts: [], threads: [] },
    page: 1,
    limit: 20,
    ...given,
  };
}
