import { z } from 'zod';
import type { VaultKind } from '../../identity/vault.server.ts';

/** The longest name of a saved search, and its parameters as an address has them, in UTF-16 units. */
export const SAVED_LIMITS = { searches: 30, name: 80, query: 3_000 } as const;

const kept = z.object({
  /** Random, for forms. */
  id: z.string(),
  /** Null for one that goes by its words and filters. */
  name: z.string().nullable(),
  /** The parameters of its address, without page and order. */
  query: z.string(),
  /** Days since 1970-01-01: older posts are no news. */
  from: z.number().int(),
  /** By thread: the number of the last post that is no news, and the day on which that was said. */
  seen: z.record(z.string(), z.tuple([z.number().int(), z.number().int()])),
});
export type KeptSearch = z.output<typeof kept>;

/** The searches that a member has saved, oldest first. */
export const SEARCHES: VaultKind<{ searches: KeptSearch[] }> = {
  name: 'searches',
  schema: z.object({ searches: z.array(kept).default([]) }),
};
