import type { ListedDocument, SearchDocument, Stretch } from '../engine.ts';
import { EngineUnavailable } from '../engine-unavailable.ts';
import { ask, clientFor, done, isList, rebuiltUid, rubbish, succeeded, type Connection } from './connection.ts';
import { createIfMissing, createIndex } from './prepare.ts';
import type { EngineSynonyms } from './synonyms.ts';
import { addDocuments, BATCH } from './write.ts';

/** Batches that the server may have before it: it takes in many at once in much less time than one after the other. */
const MOST_WAITING = 24;
/** Of texts in one batch, in UTF-16 units, about. */
const MOST_TEXT = 4_000_000;

/** Fills a new index and puts it in the place of the old one; what is asked meanwhile finds the old one. */
export async function rebuild(
  connection: Connection,
  synonyms: EngineSynonyms,
  source: AsyncIterable<Stretch>,
): Promise<void> {
  const uid = rebuiltUid(connection);
  await deleteIfThere(connection, uid);
  await createIndex(connection, uid, synonyms);
  try {
    const given = await fill(connection, uid, source);
    const { numberOfDocuments } = await ask(() => clientFor(connection, 'indexing').index(uid).getStats());
    if (numberOfDocuments !== given) {
      throw new EngineUnavailable('failed', `The new index holds ${numberOfDocuments} of ${given} documents`);
    }
    await createIfMissing(connection, connection.index, synonyms);
    await done(connection, 'given', (client) =>
      client.swapIndexes([{ indexes: [connection.index, uid], rename: false }]),
    );
  } catch (error) {
    // If the server is gone as well, the next rebuild deletes it.
    await deleteIfThere(connection, uid).catch(() => undefined);
    throw error;
  }
  await deleteIfThere(connection, uid);
}

async function deleteIfThere(connection: Connection, uid: string): Promise<void> {
  try {
    await ask(() => clientFor(connection, 'indexing').getRawIndex(uid));
  } catch (error) {
    if (error instanceof EngineUnavailable && error.reason === 'missing') return;
    throw error;
  }
  await done(connection, 'indexing', (client) => client.deleteIndex(uid));
}

/** Reads on only as fast as the server takes it in. How many documents were given. */
async function fill(connection: Connection, uid: string, source: AsyncIterable<Stretch>): Promise<number> {
  const waiting: number[] = [];
  let given = 0;
  const send = async (batch: readonly SearchDocument[]) => {
    given += batch.length;
    waiting.push(...(await addDocuments(connection, uid, batch)));
    while (waiting.length > MOST_WAITING) await succeeded(connection, 'indexing', waiting.shift() ?? 0);
  };
  let batch: SearchDocument[] = [];
  let text = 0;
  for await (const { documents } of source) {
    for (const document of documents) {
      batch.push(document);
      text += document.body.length + document.title.length;
      if (batch.length < BATCH && text < MOST_TEXT) continue;
      await send(batch);
      batch = [];
      text = 0;
    }
  }
  await send(batch);
  for (const task of waiting) await succeeded(connection, 'indexing', task);
  return given;
}

/** Documents read at once. */
const LISTED = 1_000;

/** As `SearchEngine.list` promises. */
export async function* listDocuments(connection: Connection): AsyncGenerator<ListedDocument, undefined> {
  const index = clientFor(connection, 'indexing').index(connection.index);
  for (let offset = 0; ; offset += LISTED) {
    const page = { fields: ['id' as const, 'fingerprint' as const], sort: ['id:asc'], limit: LISTED, offset };
    const { results } = await ask(() => index.getDocuments<ListedDocument>(page));
    if (!isList(results)) throw rubbish();
    for (const { id, fingerprint } of results) yield { id, fingerprint };
    if (results.length < LISTED) return undefined;
  }
}
