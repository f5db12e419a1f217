import type { SearchDocument, ThreadFacts, Written } from '../engine.ts';
import { ask, clientFor, enqueue, isList, rubbish, succeeded, type Connection } from './connection.ts';
import { storedDocument } from './document.ts';
import { anyOf, quoted } from './filter.ts';

/** Writes of one process. Facts of a thread are those of its last write, whichever of several is waited for first. */
export type Writes = {
  upsert(documents: readonly SearchDocument[]): Promise<Written>;
  remove(ids: readonly string[]): Promise<Written>;
};

const NOTHING: Written = { settled: () => Promise.resolve() };
/** Documents of one request. */
export const BATCH = 1_000;

export function writesTo(connection: Connection): Writes {
  let written = 0;
  /** By thread: which write was the last to say something of it. */
  const lastWrite = new Map<string, number>();
  return {
    upsert: async (documents) => {
      if (documents.length === 0) return NOTHING;
      const write = (written += 1);
      const facts = factsOf(documents);
      for (const threadId of facts.keys()) lastWrite.set(threadId, write);
      const tasks = await addDocuments(connection, connection.index, documents);
      return once(async () => {
        for (const task of tasks) await succeeded(connection, 'indexing', task);
        const ours = [...facts].filter(([threadId]) => lastWrite.get(threadId) === write);
        await shareFacts(connection, new Map(ours));
        for (const [threadId] of ours) if (lastWrite.get(threadId) === write) lastWrite.delete(threadId);
      });
    },
    remove: async (ids) => {
      if (ids.length === 0) return NOTHING;
      const index = clientFor(connection, 'indexing').index(connection.index);
      // By ids, never by a filter: a filter stays in the history of tasks.
      const task = await enqueue(() => index.deleteDocuments([...ids]));
      return once(async () => {
        await succeeded(connection, 'indexing', task);
      });
    },
  };
}

/** However often it is waited for, it is done once. */
function once(settle: () => Promise<void>): Written {
  let settling: Promise<void> | undefined;
  return { settled: () => (settling ??= settle()) };
}

/** Puts documents in line, over those of the same ids; the numbers of the tasks. */
export async function addDocuments(
  connection: Connection,
  uid: string,
  documents: readonly SearchDocument[],
): Promise<number[]> {
  const index = clientFor(connection, 'indexing').index(uid);
  const facts = factsOf(documents);
  const tasks: number[] = [];
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const stored = batch.map((document) => storedDocument({ ...document, ...facts.get(document.threadId) }));
    tasks.push(await enqueue(() => index.addDocuments(stored, { primaryKey: 'id' })));
  }
  return tasks;
}

function factsOf(documents: readonly SearchDocument[]): Map<string, ThreadFacts> {
  return new Map(
    documents.map(({ threadId, lastActivityDay, replyCountBucket, answered }) => [
      threadId,
      { lastActivityDay, replyCountBucket, answered },
    ]),
  );
}

/** Threads whose documents are looked at in one request. */
const THREADS_AT_ONCE = 100;

/** Brings the documents that say something else of their thread in line with its newest; only their ids are fetched. */
async function shareFacts(connection: Connection, facts: ReadonlyMap<string, ThreadFacts>): Promise<void> {
  const all = [...facts];
  for (let from = 0; from < all.length; from += THREADS_AT_ONCE) {
    await shareFactsOfSome(connection, new Map(all.slice(from, from + THREADS_AT_ONCE)));
  }
}

type Changed = { id: string; threadId: string };

async function shareFactsOfSome(connection: Connection, facts: ReadonlyMap<string, ThreadFacts>): Promise<void> {
  const index = clientFor(connection, 'indexing').index(connection.index);
  const filter = anyOf([...facts].map(([threadId, fact]) => differs(threadId, fact)));
  for (;;) {
    const { results } = await ask(() =>
      index.getDocuments<Changed>({ filter, fields: ['id', 'threadId'], limit: BATCH }),
    );
    if (!isList(results)) throw rubbish();
    const changes = results.map(({ id, threadId }) => ({ id, ...facts.get(threadId) }));
    if (changes.length === 0) return;
    // One that was removed meanwhile must not come back as half a document.
    const task = await enqueue(() => index.updateDocuments(changes, { primaryKey: 'id', skipCreation: true }));
    await succeeded(connection, 'indexing', task);
    if (changes.length < BATCH) return;
  }
}

function differs(threadId: string, { lastActivityDay, replyCountBucket, answered }: ThreadFacts): string {
  const other = [
    `lastActivityDay != ${lastActivityDay}`,
    `replyCountBucket != ${replyCountBucket}`,
    `answered != ${answered}`,
  ];
  return `(threadId = ${quoted(threadId)} AND (${other.join(' OR ')}))`;
}
