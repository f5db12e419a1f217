import { AsyncLocalStorage } from 'node:async_hooks';
import { HOUR_MS } from '#app/platform/times.ts';
import { now } from './clock.server.ts';
import { tablesOf } from './statement-tables.server.ts';

/** What a page was made of: so that it can be kept until that changes (docs/decisions/091). */
export type PageRecord = {
  /** As the triggers `tell_pages` name them: a table as a whole, or what of it was read. */
  readonly tags: ReadonlySet<string>;
  /** Tables that were read although no trigger tells of their changes: the page cannot be kept. */
  readonly untold: ReadonlySet<string>;
  /** Ms since the epoch at which it says something else though nothing was written. */
  readonly until: number;
  /** What is to be counted each time it is shown. */
  readonly onShown: readonly (() => void)[];
};

type OpenRecord = {
  tags: Set<string>;
  untold: Set<string>;
  until: number;
  onShown: (() => void)[];
  mayUseReplica: boolean;
};

/** What is recorded of the reads in hand: under names of their own, or not at all. */
type Context = { record: OpenRecord; named: ReadonlySet<string>; isAside: boolean };

/** Whether a request took something away that a guest's page may show. */
const writes = new AsyncLocalStorage<{ tookAway: boolean }>();

/** Of which page the reads in hand are. */
export const contexts = new AsyncLocalStorage<Context>();

/** Tables whose rows belong to a thread, told of by `thread:ID`. */
const OF_THREADS = new Set(['posts', 'threads', 'moderation_actions', 'post_former_places', 'endorsement_counts']);
/** Told of by `topic:ID` as well. */
const OF_TOPICS = new Set(['threads', 'topic_counts']);

/**
 * Runs `make` and records what it reads. Whatever it asks of the database counts, table by table, with no help from who asks; the
 * functions below only say it more exactly. Forgetting them costs a page its place in memory too early, never too late.
 *
 * @param mayUseReplica whether its reads may be a little behind.
 */
export async function recordPage<T>(
  make: () => Promise<T>,
  mayUseReplica: boolean,
): Promise<{ made: T; record: PageRecord }> {
  // Times are stored to the hour, and said so: when the hour ends "this year" or "pinned until" may.
  const until = (Math.floor(now().getTime() / HOUR_MS) + 1) * HOUR_MS;
  // Every page's frame shows what administrators chose.
  const record: OpenRecord = { tags: new Set(['settings']), untold: new Set(), until, onShown: [], mayUseReplica };
  const made = await contexts.run({ record, named: new Set(), isAside: false }, make);
  return { made, record };
}

/** Runs `act` and says whether it took away or changed what guests' pages may show. What only adds to them does not count. */
export async function watchWrites<T>(act: () => Promise<T>): Promise<{ made: T; tookAway: boolean }> {
  const watch = { tookAway: false };
  const made = await writes.run(watch, act);
  return { made, tookAway: watch.tookAway };
}

/** Hears of every statement (prisma/watched-adapter.ts). */
export function recordStatement(sql: string): void {
  const watch = writes.getStore();
  if (watch && !watch.tookAway) watch.tookAway = tablesOf(sql).takesAway;
  const context = contexts.getStore();
  if (!context || context.isAside) return;
  const { record, named } = context;
  for (const { table, isTold } of tablesOf(sql).read) {
    if (!isTold) record.untold.add(table);
    else if (!named.has(table)) record.tags.add(table);
  }
}

/** Whether what is asked now may be asked of a replica. */
export function mayReadReplica(): boolean {
  return contexts.getStore()?.record.mayUseReplica === true;
}

/** What `read` gets of posts, threads and acts changes only with the threads that `idsOf` finds in it. */
export function readOfThreads<T>(read: () => Promise<T>, idsOf: (found: T) => readonly string[]): Promise<T> {
  return readNamed(read, OF_THREADS, (found) => idsOf(found).map((id) => `thread:${id}`));
}

/** What `read` gets of threads changes only with threads that stand, or stood, in the topics that `idsOf` finds in it. */
export function readOfTopics<T>(read: () => Promise<T>, idsOf: (found: T) => readonly string[]): Promise<T> {
  return readNamed(read, OF_TOPICS, (found) => idsOf(found).map((id) => `topic:${id}`));
}

/** What `read` gets is shown only through what is read elsewhere (ids that are looked up anew), or may be old by an hour. */
export function readAside<T>(read: () => Promise<T>): Promise<T> {
  const context = contexts.getStore();
  return context ? contexts.run({ ...context, isAside: true }, async () => await read()) : read();
}

/** Something that was read before, and kept in memory, is shown: it changes with these tables. */
export function noteRemembered(...tables: readonly string[]): void {
  const context = contexts.getStore();
  for (const table of tables) context?.record.tags.add(table);
}

/** Does `count` now, and whenever a kept copy of the page that is being made is shown. */
export function whenShown(count: () => void): void {
  count();
  contexts.getStore()?.record.onShown.push(count);
}

async function readNamed<T>(
  read: () => Promise<T>,
  tables: ReadonlySet<string>,
  tagsOf: (found: T) => readonly string[],
): Promise<T> {
  const context = contexts.getStore();
  if (!context) return read();
  const inName = { ...context, named: new Set([...context.named, ...tables]) };
  // Prisma asks only once it is awaited: that has to be in here.
  const found = await contexts.run(inName, async () => await read());
  for (const tag of tagsOf(found)) context.record.tags.add(tag);
  return found;
}
