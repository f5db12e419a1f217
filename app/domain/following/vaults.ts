import { z } from 'zod';
import type { VaultKind } from '../identity/vault.server.ts';

/** The threads a member follows, and up to which number they have read those, the ones they wrote in and others. */
export type Following = {
  followed: string[];
  /** The number of the last post that was marked as read, by thread. */
  read: Record<string, number>;
};

export const FOLLOWING: VaultKind<Following> = {
  name: 'following',
  schema: z.object({
    followed: z.array(z.string()).default([]),
    read: z.record(z.string(), z.number().int()).default({}),
  }),
};
