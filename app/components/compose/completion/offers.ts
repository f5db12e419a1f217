import type { Offer } from '#app/components/suggestions/option-list.ts';
import { matchTopics, type NamedTopic } from '#app/domain/search/match-topics.ts';
import type { Language } from '#app/i18n/languages.ts';
import { topicPath } from '#app/platform/urls.ts';
import type { Trigger } from './trigger.ts';

const MOST = 6;

type ListedTopic = { slug: string; name: string; synonyms: string[] };

/** What a sign and the letters after it may become: names that the page shows, and topics of the forum. */
export async function offersFor({ kind, typed }: Trigger, language: Language): Promise<Offer[]> {
  return kind === 'name' ? offerNames(typed) : offerTopics(await topicsIn(language), typed);
}

/** Those who wrote what stands on the page; nobody else is looked for. */
function offerNames(typed: string): Offer[] {
  const shown = [...document.querySelectorAll('.post-name')].map((place) => place.textContent.trim());
  const names = [...new Set(shown)].map((name) => ({ slug: name, names: [name] }));
  const found = typed === '' ? names.slice(0, MOST) : matchTopics(names, typed, MOST).map(({ topic }) => topic);
  return found.map(({ slug }) => ({ kind: '', text: slug, note: null, lang: null, url: null }));
}

function offerTopics(topics: readonly (NamedTopic & { name: string })[], typed: string): Offer[] {
  return matchTopics(topics, typed, MOST).map(({ topic: { slug, name }, name: by }) => ({
    ...{ kind: '', text: name, lang: null, url: topicPath(slug) },
    note: by === name ? null : by,
  }));
}

let asked: Promise<(NamedTopic & { name: string })[]> | undefined;

/** Asked once, of the public API and without the session's cookie: the answer is the same for everybody. */
function topicsIn(language: Language) {
  return (asked ??= fetchTopics(language).catch(() => {
    asked = undefined;
    return [];
  }));
}

async function fetchTopics(language: Language) {
  const response = await fetch(`/api/v1/topics?language=${language}`, { credentials: 'omit' });
  if (!response.ok) throw new Error('The topics could not be had');
  const { groups } = (await response.json()) as { groups: { topics: ListedTopic[] }[] };
  return groups.flatMap(({ topics }) =>
    topics.map(({ slug, name, synonyms }) => ({ slug, name, names: [name, ...synonyms] })),
  );
}
