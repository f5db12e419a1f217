import { contexts, noteRemembered } from './page-record.server.ts';

/** Whether every change of more than a moment ago has certainly been told here. Where nobody tells, nothing is remembered. */
let isTold: () => boolean = () => false;

const memories = new Set<{ tables: readonly string[]; forget: () => void }>();

/** From now on `forgetChanged` and `forgetAll` are called for what changes, as long as `isCurrent` says so. */
export function rememberWhile(isCurrent: () => boolean): void {
  isTold = isCurrent;
}

/** After changes of these tables, here or elsewhere. */
export function forgetChanged(tags: readonly string[]): void {
  for (const { tables, forget } of memories) if (tables.some((table) => tags.includes(table))) forget();
}

/** After any number of changes may have been missed. */
export function forgetAll(): void {
  for (const { forget } of memories) forget();
}

/**
 * What `read` gives, kept in memory until one of `tables` changes: for what is read with nearly every page and seldom changes. In a process that is
 * told of no changes (a command, a test) it is read each time. It is always read from the primary.
 *
 * @param tables of which triggers tell (migration 0017).
 */
export function rememberedUntilTold<T>(tables: readonly string[], read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  memories.add({ tables, forget: () => (known = undefined) });
  return () => {
    if (!isTold()) {
      known = undefined;
      return read();
    }
    noteRemembered(...tables);
    if (known) return known;
    // Whose page it is read for first does not matter: it is for all.
    const reading = contexts.exit(read);
    known = reading;
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  };
}
