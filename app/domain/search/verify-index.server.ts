import { fingerprintOf } from '#search/fingerprint.ts';
import { db } from '#app/platform/db.server.ts';
import { readStretch } from './rebuild-index.server.ts';
import { searchEngine } from './search-engine.server.ts';

const LISTED = 500;

/** Ids of posts where index and database differ. */
export type Drift = {
  /** Readable by all, and not in the index. */
  missing: string[];
  /** In the index in another form than they have. */
  stale: string[];
  /** In the index, and not readable by all. */
  surplus: string[];
};

/** Compares the whole index with the posts. What changes meanwhile may count as drift. */
export async function verifyIndex(): Promise<Drift> {
  const drift: Drift = { missing: [], stale: [], surplus: [] };
  const indexed = listIndex();
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

async function* listIndex(): AsyncGenerator<{ id: string; fingerprint: string }, undefined> {
  const engine = searchEngine(db);
  for (let after: string | null = null; ;) {
    const page: { id: string; fingerprint: string }[] = await engine.list(after, LISTED);
    yield* page;
    if (page.length < LISTED) return undefined;
    after = page.at(-1)?.id ?? null;
  }
}
