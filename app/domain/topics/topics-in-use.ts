import type { ListedGroup } from './views.ts';

/** The taxonomy as it is offered: without topics out of use, and without groups that have none left. */
export function topicsInUse<Group extends Pick<ListedGroup, 'topics'>>(groups: readonly Group[]): Group[] {
  return groups
    .map((group) => ({ ...group, topics: group.topics.filter((topic) => !topic.isRetired) }))
    .filter((group) => group.topics.length > 0);
}
