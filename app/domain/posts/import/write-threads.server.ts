import { db, type Transaction } from '#app/platform/db.server.ts';
import { RENDER_VERSION, renderMany } from '#app/platform/markdown/markdown.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { ThreadDraft } from './thread-draft.ts';
import { rowsOf, type RenderedDraft, type ThreadRows } from './thread-rows.ts';

/** What became of a draft. `present`: a thread with its reference is there already and was left as it is. */
export type WriteOutcome =
  | { kind: 'written'; threadId: string; /** In the order of the draft's posts. */ postIds: string[] }
  | { kind: 'present' }
  | { kind: 'refused'; /** 0 is the opening. */ post: number; fault: 'too-deep' | 'too-slow' | 'too-long' };

/** Rows a statement, well below the 65,535 parameters that PostgreSQL takes. */
const CHUNK = 1_000;
/** Ms for a transaction: a batch takes a part of a second, but one thread of thousands of posts is a batch of its own. */
const PATIENCE = 120_000;

/** Drafts made ready to write: what could be rendered as rows, and of the rest already what becomes of it. */
export type PreparedThreads = {
  readonly drafts: readonly ThreadDraft[];
  readonly rows: ReadonlyMap<ThreadDraft, ThreadRows>;
  readonly refused: ReadonlyMap<ThreadDraft, WriteOutcome>;
};

/**
 * The first half, which is the renderer's work: a caller with many drafts prepares the next ones while these are written. What
 * a draft says is taken as checked, but for its rendering.
 */
export async function prepareThreads(drafts: readonly ThreadDraft[]): Promise<PreparedThreads> {
  const rows = new Map<ThreadDraft, ThreadRows>();
  const refused = new Map<ThreadDraft, WriteOutcome>();
  for (const item of await render(await withoutPresent(drafts))) {
    if ('fault' in item) refused.set(item.draft, { kind: 'refused', post: item.post, fault: item.fault });
    else rows.set(item.draft, rowsOf(item, RENDER_VERSION));
  }
  return { drafts, rows, refused };
}

/**
 * The second half: writes whole threads, each with its personas, posts, first revisions and outbox row, all in one short
 * transaction; gives the outcomes in the order of the drafts. References that exist, in the database or earlier among the
 * drafts, are left alone, also when another import writes them at the same moment.
 */
export async function writeThreads({ drafts, rows, refused }: PreparedThreads): Promise<WriteOutcome[]> {
  const all = [...rows.values()];
  const written = all.length === 0 ? new Set() : await db.$transaction((tx) => insert(tx, all), { timeout: PATIENCE });
  return drafts.map((draft) => {
    const mine = rows.get(draft);
    if (!mine || !written.has(mine.thread.id)) return refused.get(draft) ?? { kind: 'present' };
    return { kind: 'written', threadId: mine.thread.id, postIds: mine.posts.map(({ id }) => id) };
  });
}

async function withoutPresent(drafts: readonly ThreadDraft[]): Promise<ThreadDraft[]> {
  const references = drafts.map(({ externalRef }) => externalRef);
  const present = await db.thread.findMany({
    where: { externalRef: { in: references } },
    select: { externalRef: true },
  });
  const seen = new Set(present.map(({ externalRef }) => externalRef));
  return drafts.filter(({ externalRef }) => {
    const isNew = !seen.has(externalRef);
    seen.add(externalRef);
    return isNew;
  });
}

type Unrenderable = { draft: ThreadDraft } & Omit<Extract<WriteOutcome, { kind: 'refused' }>, 'kind'>;

async function render(drafts: readonly ThreadDraft[]): Promise<(RenderedDraft | Unrenderable)[]> {
  const results = await renderMany(drafts.flatMap(({ posts }) => posts.map(({ body }) => body)));
  let next = 0;
  return drafts.map((draft) => {
    const mine = results.slice(next, (next += draft.posts.length));
    const rendered: { html: string; text: string }[] = [];
    for (const [post, result] of mine.entries()) {
      if (!result.ok) return { draft, post, fault: result.fault };
      rendered.push(result);
    }
    return { draft, rendered };
  });
}

/** Inserts the threads whose reference is still free, with all that is theirs, and gives their ids. */
async function insert(tx: Transaction, all: readonly ThreadRows[]): Promise<Set<string>> {
  const inserted = await tx.thread.createManyAndReturn({
    // In one order everywhere: two imports that wait for each other's references would wait for ever.
    data: all.map(({ thread }) => thread).sort((a, b) => (a.externalRef < b.externalRef ? -1 : 1)),
    // Waits for whoever is inserting the same reference, and gives way if they succeed.
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = new Set(inserted.map(({ id }) => id));
  const rows = all.filter(({ thread }) => ids.has(thread.id));
  await tx.threadScope.createMany({ data: rows.map(({ scope }) => scope) });
  await inChunks(
    rows.flatMap(({ personas }) => personas),
    (data) => tx.persona.createMany({ data }),
  );
  // A post that quotes stands after the one it quotes, so a chunk never refers to a later one.
  await inChunks(
    rows.flatMap(({ posts }) => posts),
    (data) => tx.post.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ revisions }) => revisions),
    (data) => tx.revision.createMany({ data }),
  );
  await noteChange(tx, 'thread', [...ids]);
  return ids;
}

async function inChunks<Row>(rows: readonly Row[], insertChunk: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await insertChunk(rows.slice(start, start + CHUNK));
}
