import { setImmediate } from 'node:timers/promises';
import { currentHour, now } from '#app/platform/clock.server.ts';
import { topicFinder, type FoundTopic } from './find-topics.server.ts';
import { readImportLine } from './import-line.ts';
import { readLines, type SourceLine } from './read-lines.ts';
import { draftOfLine, type ThreadDraft } from './thread-draft.ts';
import { prepareThreads, writeThreads, type PreparedThreads, type WriteOutcome } from './write-threads.server.ts';

export type ImportOptions = {
  /** Slug of the group in which topics that do not exist are made. Without it their lines are refused. */
  createTopicsIn?: string | undefined;
  /** Hears of each line that was not taken, in the order of the file. */
  onRefused(line: number, reason: string): void;
  /** Hears how far the file is read, in bytes, and what came in so far. */
  onProgress?(bytesRead: number, counts: ImportCounts): void;
  /** Ends the import after the batch at hand, which is whole. */
  signal?: AbortSignal;
};

export type ImportCounts = { threads: number; posts: number; present: number; refused: number };

/** Posts a transaction, about: enough to make few round trips, few enough that nobody waits for long behind one. */
const BATCH_POSTS = 50;
const MAX_LINE_BYTES = 16 * 2 ** 20;

const RENDER_FAULTS = {
  'too-deep': 'is nested too deeply',
  'too-slow': 'takes too long to render',
  'too-long': 'is too long to render',
} as const;

/**
 * Loads threads from lines of JSON (docs/import-format.md). A line that cannot be taken is reported and the rest goes on; a
 * line whose `externalRef` is there already changes nothing. Memory holds two batches, whatever the length of the source.
 *
 * @throws the reason of `signal` when it is aborted, and what the source or the database throws; batches before that stay.
 */
export async function importThreads(source: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<ImportCounts> {
  const counts: ImportCounts = { threads: 0, posts: 0, present: 0, refused: 0 };
  const findTopic = topicFinder(options.createTopicsIn);
  const write = async (batch: Batch, prepared: PreparedThreads): Promise<void> => {
    batch.report(await writeThreads(prepared), counts, options.onRefused);
    options.onProgress?.(batch.bytesRead, { ...counts });
    // Requests of the running forum have their turn between two batches.
    await setImmediate();
  };
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of inBatches(source, findTopic)) {
      const prepared = await prepareThreads(batch.drafts).finally(() => writing);
      options.signal?.throwIfAborted();
      // Written while the next batch is read and rendered. What it throws is thrown where it is waited for.
      writing = write(batch, prepared);
      writing.catch(() => {});
    }
    await writing;
  } finally {
    // Whatever was thrown, nothing goes on behind the caller's back.
    await writing.catch(() => {});
  }
  return counts;
}

async function* inBatches(
  source: AsyncIterable<Uint8Array>,
  findTopic: (slug: string) => Promise<FoundTopic>,
): AsyncGenerator<Batch> {
  let batch = new Batch();
  for await (const line of readLines(source, MAX_LINE_BYTES)) {
    batch.add(line, await draftOf(line, findTopic));
    if (!batch.isFull()) continue;
    yield batch;
    batch = new Batch();
  }
  yield batch;
}

type Draft = { kind: 'draft'; draft: ThreadDraft } | { kind: 'refused'; reason: string };

async function draftOf(line: SourceLine, findTopic: (slug: string) => Promise<FoundTopic>): Promise<Draft> {
  if (line.kind === 'unreadable') return { kind: 'refused', reason: line.reason };
  const read = readImportLine(line.text, now());
  if (read.kind === 'refused') return read;
  const topic = await findTopic(read.line.topic);
  if (topic.kind === 'refused') return topic;
  return { kind: 'draft', draft: draftOfLine(read.line, topic.id, currentHour()) };
}

/** Lines that are written, and told of, together. */
class Batch {
  readonly #entries: { number: number; result: Draft }[] = [];
  #posts = 0;
  bytesRead = 0;

  add(line: SourceLine, result: Draft): void {
    this.#entries.push({ number: line.number, result });
    this.bytesRead = line.bytesRead;
    if (result.kind === 'draft') this.#posts += result.draft.posts.length;
  }

  isFull(): boolean {
    return this.#posts >= BATCH_POSTS || this.#entries.length >= BATCH_POSTS;
  }

  get drafts(): ThreadDraft[] {
    return this.#entries.flatMap(({ result }) => (result.kind === 'draft' ? [result.draft] : []));
  }

  /** Adds up what became of the lines. `outcomes` are those of `drafts`. */
  report(outcomes: readonly WriteOutcome[], counts: ImportCounts, onRefused: ImportOptions['onRefused']): void {
    const remaining = outcomes.values();
    for (const { number, result } of this.#entries) {
      const outcome = result.kind === 'draft' ? remaining.next().value : result;
      if (outcome?.kind === 'written') {
        counts.threads++;
        counts.posts += outcome.postIds.length;
      } else if (outcome?.kind === 'refused') {
        counts.refused++;
        onRefused(number, 'reason' in outcome ? outcome.reason : renderFault(outcome));
      } else {
        counts.present++;
      }
    }
  }
}

function renderFault({ post, fault }: Extract<WriteOutcome, { kind: 'refused' }>): string {
  return `${post === 0 ? 'body' : `replies[${post - 1}].body`}: ${RENDER_FAULTS[fault]}`;
}
