import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import type { Member } from '../../identity/viewer.ts';
import { createTopic, createTopicGroup } from '../../topics/create-topic.server.ts';
import { editTopic, type EditTopicResult } from '../../topics/edit-topic.server.ts';
import { versionOf } from '../../topics/lock-topics.server.ts';
import { mergeTopics } from '../../topics/merge-topics.server.ts';
import { moveTopic, retireGroup, retireTopic } from '../../topics/order-topics.server.ts';
import type { TopicTexts } from '../../topics/schema.ts';
import { textsOf } from '../../topics/topic-ref.ts';
import { requireRight } from '../rights.ts';
import { textsOfInput, type TopicActInput, type TopicInput } from './schema.ts';

/** A topic, or with `groupId` null a group, as administrators work on it. */
export type WorkbenchTopic = {
  id: string;
  slug: string;
  groupId: string | null;
  isRetired: boolean;
  texts: TopicTexts;
  version: string;
  /** Of all states. A group counts those of its topics. */
  threads: number;
};

export type WorkbenchGroup = WorkbenchTopic & { topics: WorkbenchTopic[] };

/** The whole taxonomy in its order, topics out of use included. @throws DomainError not-allowed. */
export async function listAllTopics(member: Member): Promise<WorkbenchGroup[]> {
  requireRight(member, 'editTopics');
  const rows = await db.topic.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      slug: true,
      groupId: true,
      isRetired: true,
      texts: true,
      _count: { select: { threads: { where: { mergedIntoId: null } } } },
    },
  });
  const topics = rows.map(({ _count, ...row }): WorkbenchTopic => {
    return { ...row, texts: textsOf(row), version: versionOf(row), threads: _count.threads };
  });
  return topics
    .filter(({ groupId }) => groupId === null)
    .map((group) => {
      const inside = topics.filter(({ groupId }) => groupId === group.id);
      return { ...group, topics: inside, threads: inside.reduce((sum, { threads }) => sum + threads, 0) };
    });
}

/** One topic or group of the workbench. @throws DomainError not-allowed or not-found. */
export async function getTopicForEdit(member: Member, id: string): Promise<WorkbenchTopic> {
  const groups = await listAllTopics(member);
  const found = groups.flatMap((group) => [group, ...group.topics]).find((topic) => topic.id === id);
  if (!found) throw new DomainError('not-found', 'No such topic');
  return found;
}

export type SaveTopicResult = EditTopicResult | { kind: 'made' };

/**
 * Makes a topic, or a group where `input.groupId` is empty; or with `id` changes one, of which `input.version` says what it was.
 *
 * @throws DomainError not-allowed, not-found or conflict.
 */
export async function saveTopic(
  member: Member,
  { id, input }: { id: string | null; input: TopicInput },
): Promise<SaveTopicResult> {
  requireRight(member, 'editTopics');
  const { slug, groupId, version } = input;
  const texts = textsOfInput(input);
  if (id !== null) return editTopic({ id, version: version ?? '', slug, groupId, texts });
  if ((await db.topic.count({ where: { slug } })) + (await db.topicAlias.count({ where: { slug } })) > 0) {
    return { kind: 'refused', field: 'slug', fault: 'faults.topicSlugTaken' };
  }
  if (groupId === null) {
    await createTopicGroup({ slug, texts });
    return { kind: 'made' };
  }
  const group = await db.topic.findFirst({ where: { id: groupId, groupId: null }, select: { slug: true } });
  if (!group) return { kind: 'refused', field: 'groupId', fault: 'faults.topicGroupUnknown' };
  await createTopic({ slug, texts, groupSlug: group.slug });
  return { kind: 'made' };
}

/** Orders, retires or merges. @throws DomainError not-allowed, not-found, or conflict for a merge that cannot be. */
export async function actOnTopic(member: Member, { id, act }: { id: string; act: TopicActInput }): Promise<void> {
  requireRight(member, 'editTopics');
  if (act.intent === 'up' || act.intent === 'down') await moveTopic({ id, to: act.intent });
  else if (act.intent === 'merge') await mergeTopics({ id, into: act.into ?? '' });
  else await retireTopic({ id, isRetired: act.intent === 'retire' });
}

/** Takes all topics of a group out of use, or back into it. @throws DomainError not-allowed, or not-found. */
export async function actOnGroup(
  member: Member,
  { id, act }: { id: string; act: Extract<TopicActInput['intent'], 'retire' | 'reuse'> },
): Promise<void> {
  requireRight(member, 'editTopics');
  await retireGroup({ id, isRetired: act === 'retire' });
}
