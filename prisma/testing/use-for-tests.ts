import { afterAll } from 'vitest';
import { useDatabase } from '#app/platform/db.server.ts';
import { useSealKeys } from '#app/platform/seal-keys.server.ts';
import type { Database } from '#prisma/client.ts';

/** How much longer than usual a database may take in a test: nothing waits for it but the test. */
export const PATIENCE = 40;
/** The newest key and one before it, so that look-ups go through a ring of more than one. */
export const SEAL_KEYS = [Buffer.alloc(32, 'newest'), Buffer.alloc(32, 'older')];

/** Hands `database` and the keys to the domain for the length of a test file. */
export function useForTests(database: Database): void {
  useDatabase(database);
  useSealKeys(SEAL_KEYS);
  afterAll(() => database.close());
}
