import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { changePreferences, getPreferences } from '../identity/preferences/preferences.server.ts';
import type { Member } from '../identity/viewer.ts';
import { getTopic } from './get-topic.server.ts';
import { topicRef, topicRefSelect } from './topic-ref.ts';
import type { TopicRef } from './views.ts';

type Muting = { slug: string; isMuted: boolean; language: Language };

/**
 * Leaves the threads of a topic out of the member's lists, or no longer; on the topic's own page they stand in any case.
 *
 * @throws DomainError not-found for a topic that the member may not see.
 */
export async function muteTopic(member: Member, { slug, isMuted, language }: Muting): Promise<void> {
  await getTopic(member, { slug, language });
  const { id } = await db.topic.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const others = (await getPreferences(member)).mutedTopics.filter((muted) => muted !== id);
  await changePreferences(member, { mutedTopics: isMuted ? [...others, id] : others });
}

/** The topics that the member mutes. */
export async function listMutedTopics(member: Member, language: Language): Promise<TopicRef[]> {
  const { mutedTopics } = await getPreferences(member);
  const rows = await db.topic.findMany({ where: { id: { in: mutedTopics } }, select: topicRefSelect });
  return rows.map((row) => topicRef(row, language)).sort((a, b) => a.name.localeCompare(b.name, language));
}
