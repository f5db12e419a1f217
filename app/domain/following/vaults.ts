import { z } from 'zod';
import type { VaultKind } from '../identity/vault.server.ts';

const followedTopicSchema = z.object({
  id: z.string(),
  /** The hour from which on its threads are news, in ms since 1970. */
  from: z.number().int(),
  /** Threads begun since then that are no news any more. */
  seen: z.array(z.string()),
});
export type FollowedTopic = z.output<typeof followedTopicSchema>;

/** What a member follows and wants to hear nothing of, and up to which number they have read threads. */
export type Following = {
  followed: string[];
  /** Threads that never come into the inbox, though the member wrote in them. */
  muted: string[];
  topics: FollowedTopic[];
  /** The number of the last post that was marked as read, by thread. */
  read: Record<string, number>;
};

export const FOLLOWING: VaultKind<Following> = {
  name: 'following',
  schema: z.object({
    followed: z.array(z.string()).default([]),
    muted: z.array(z.string()).default([]),
    topics: z.array(followedTopicSchema).default([]),
    read: z.record(z.string(), z.number().int()).default({}),
  }),
};
