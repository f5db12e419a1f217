/** The queue, seen through filters. */
export function queuePath(query: Readonly<Record<string, string | undefined>>): string {
  const chosen = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chosen.length === 0 ? '/moderation/queue' : `/moderation/queue?${new URLSearchParams(chosen).toString()}`;
}
