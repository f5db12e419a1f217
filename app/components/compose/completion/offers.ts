import type { Offer } from '#app/components/suggestions/option-list.ts';
import { MOST_OFFERS, topicOffers } from '#app/components/suggestions/topic-offers.ts';
import { matchTopics, type NamedTopic } from '#app/domain/search/match-topics.ts';
import { LANGUAGES, type Language } from '#app/i18n/languages.ts';
import { topicPath } from '#app/platform/urls.ts';
import type { Trigger } from './trigger.ts';

type ListedTopic = { slug: string; name: string; synonyms: string[] };

/** What a sign and the letters after it may become: names that the page shows, and topics of the forum. */
export async function offersFor({ kind, typed }: Trigger, language: Language): Promise<Offer[]> {
  return kind === 'name' ? offerNames(typed) : topicOffers(await topicsIn(language), typed, topicPath);
}

/** Those who wrote what stands on the page; nobody else is looked for. */
function offerNames(typed: string): Offer[] {
  const shown = [...document.querySelectorAll('.post-name')].map((place) => place.textContent.trim());
  const names = [...new Set(shown)].map((name) => ({ slug: name, names: [name] }));
  const found =
    typed === '' ? names.slice(0, MOST_OFFERS) : matchTopics(names, typed, MOST_OFFERS).map(({ topic }) => topic);
  return found.map(({ slug }) => ({ kind: '', text: slug, note: null, lang: null, url: null }));
}

let asked: Promise<NamedTopic[]> | undefined;

/** Asked once, of the public API and without the session's cookie: the answers are the same for everybody. */
function topicsIn(language: Language): Promise<NamedTopic[]> {
  return (asked ??= fetchTopics(language).catch(() => {
    asked = undefined;
    return [];
  }));
}

/** Each topic by what it is called in the page's language, and then by all else that it is called in any. */
async function fetchTopics(language: Language): Promise<NamedTopic[]> {
  const languages = [...new Set([language, ...LANGUAGES])];
  const [first = [], ...others] = await Promise.all(languages.map(fetchTopicsIn));
  return first.map(({ slug, names }) => ({
    slug,
    names: [...names, ...others.flat().flatMap((other) => (other.slug === slug ? other.names : []))],
  }));
}

async function fetchTopicsIn(language: Language): Promise<NamedTopic[]> {
  const response = await fetch(`/api/v1/topics?language=${language}`, { credentials: 'omit' });
  if (!response.ok) throw new Error('The topics could not be had');
  const { groups } = (await response.json()) as { groups: { topics: ListedTopic[] }[] };
  return groups.flatMap(({ topics }) =>
    topics.map(({ slug, name, synonyms }) => ({ slug, names: [name, ...synonyms] })),
  );
}
