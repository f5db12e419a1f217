import { matchTopics, type NamedTopic } from '#app/domain/search/match-topics.ts';
import type { Offer } from './option-list.ts';

/** How many topics are offered at once. */
export const MOST_OFFERS = 6;

/** The topics that a text may mean, by any of their names, called by their first one. `urlOf`: what is taken with one. */
export function topicOffers(topics: readonly NamedTopic[], typed: string, urlOf: (slug: string) => string): Offer[] {
  return matchTopics(topics, typed, MOST_OFFERS).map(({ topic: { slug, names }, by }) => {
    return { kind: '', text: names[0] ?? '', note: by, lang: null, url: urlOf(slug) };
  });
}
