import { createHash } from 'node:crypto';
import type { SearchDocument } from './engine.ts';

/** Raised when documents are turned into an index in another way: then all of them count as changed. */
const INDEX_VERSION = 1;

/**
 * What a document is, in 32 characters: equal fingerprints mean that the index is up to date. The facts of its thread are
 * left out, since they change with every reply and are kept for the whole thread at once.
 */
export function fingerprintOf(document: SearchDocument): string {
  const { id, threadId, part, title, topicLabels, body, topicGroup, topic, perspective, kind, language, createdDay } =
    document;
  const content = [INDEX_VERSION, id, threadId, part, title, topicLabels, body];
  const facets = [topicGroup, topic, perspective, kind, language, createdDay];
  return createHash('sha256')
    .update(JSON.stringify([content, facets]))
    .digest('base64url')
    .slice(0, 32);
}
