import { LANGUAGES, type Language } from '#app/i18n/languages.ts';
import type { TopicTexts } from './schema.ts';
import type { TopicRef } from './views.ts';

/** Select constant: a topic as it is named beside a thread. */
export const topicRefSelect = {
  slug: true,
  texts: true,
  group: { select: { slug: true, texts: true } },
} as const;

type TopicRefRow = { slug: string; texts: unknown; group: { slug: string; texts: unknown } | null };

/** What a row's JSON column holds: written through `topicTextsSchema` alone, so it is not parsed again at each reading. */
export function textsOf(row: { texts: unknown }): TopicTexts {
  return row.texts as TopicTexts;
}

/** Everything that a topic or a group is called, in any language; what it is called in `language` first. */
export function allNamesOf(row: { texts: unknown }, language: Language): string[] {
  const texts = textsOf(row);
  return [...new Set([language, ...LANGUAGES])].flatMap((each) => [texts[each].name, ...texts[each].synonyms]);
}

export function topicRef(row: TopicRefRow, language: Language): TopicRef {
  return {
    slug: row.slug,
    name: textsOf(row)[language].name,
    groupSlug: row.group?.slug ?? '',
    groupName: row.group ? textsOf(row.group)[language].name : '',
  };
}
