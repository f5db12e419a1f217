import type { ListedGroup } from './views.ts';

/** What the groups and topics are called. */
export function topicNames(groups: readonly ListedGroup[]): string[] {
  return groups.flatMap((group) => [group.name, ...group.topics.map(({ name }) => name)]);
}
