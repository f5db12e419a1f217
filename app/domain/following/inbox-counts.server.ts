import { LRUCache } from 'lru-cache';

/** Ms that a count holds for: it stands on every page, and need not be of the second. */
const HOLDS = 60_000;

/** How much each session's inbox holds, in the memory of this process alone. */
export const inboxCounts = new LRUCache<string, number>({ max: 1_000, ttl: HOLDS });
