import type { ListedDocument, SearchEngine } from '#search/engine.ts';
import { fingerprintOf } from '#search/fingerprint.ts';
import { db } from '#app/platform/db.server.ts';
import { readStretch } from './rebuild-index.server.ts';
import { postgresEngine } from './postgres-engine.server.ts';

/** Ids of posts where index and database differ. */
export type Drift = {
  /** Readable by all, and not in the index. */
  missing: string[];
  /** In the index in another form than they have. */
  stale: string[];
  /** In the index, and not readable by all. */
  surplus: string[];
};

/** Compares the whole index of `engine` with the posts. What changes meanwhile may count as drift. */
export async function verifyIndex(engine: SearchEngine = postgresEngine(db)): Promise<Drift> {
  const drift: Drift = { missing: [], stale: [], surplus: [] };
  const indexed: AsyncIterator<ListedDocument, undefined> = engine.list()[Symbol.asyncIterator]();
  let held = await indexed.next();
  let after: string | null = null;
  do {
    const { documents, upTo } = await readStretch(db, after);
    for (const document of documents) {
      for (; held.value && held.value.id < document.id; held = await indexed.next()) drift.surplus.push(held.value.id);
      if (held.value?.id !== document.id) {
        drift.missing.push(document.id);
        continue;
      }
      if (held.value.fingerprint !== fingerprintOf(document)) drift.stale.push(document.id);
      held = await indexed.next();
    }
    after = upTo;
  } while (after !== null);
  for (; held.value; held = await indexed.next()) drift.surplus.push(held.value.id);
  return drift;
}
