import type { TopicGroupView } from './views.ts';

/** What the groups and topics are called. */
export function topicNames(groups: readonly TopicGroupView[]): string[] {
  return groups.flatMap((group) => [group.name, ...group.topics.map(({ name }) => name)]);
}
