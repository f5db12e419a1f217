import type { Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { markerOf } from '#app/platform/markdown/markers.ts';
import { REVISED_FIELDS } from '../../posts/views.ts';
import { revisePost } from '../../posts/revise-post.server.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import { cutPassage } from './cut-passage.ts';
import { eraseFromNotes } from './erase-from-notes.server.ts';
import { stillReads, type CutVersion, type FoundPassage, type FoundPost } from './find-passage.server.ts';
import { asAtFirst, ledgerSpans, type Texts } from './spans.ts';

export type Erasure = { found: FoundPassage; posts: readonly FoundPost[]; moderatorId: string; reason: string };

/** Who erased what: the versions that came of it. */
export type ErasedFrom = { postId: string; version: number }[];

/**
 * Takes a passage out of posts of one thread for good: out of the texts, of all their versions, of what was said about them, and of
 * the thread's fields. Each gets a new version, so that whatever was begun from an older one is told of it, and rows in the ledger
 * of erasures without a word.
 *
 * @throws DomainError conflict when a post is not what it was when the passage was looked for: nothing is written then.
 */
export async function erasePassage(tx: Transaction, erasure: Erasure): Promise<ErasedFrom> {
  const { found, posts } = erasure;
  await lockThreadRow(tx, found.thread.id);
  const { lastNumber } = await tx.thread.findUniqueOrThrow({
    where: { id: found.thread.id },
    select: { lastNumber: true },
  });
  // A reply that came meanwhile was not looked through.
  if (lastNumber !== found.thread.lastNumber) throw changedMeanwhile();
  const erased: ErasedFrom = [];
  for (const post of [...posts].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    erased.push({ postId: post.id, version: await eraseFromPost(tx, erasure, post) });
  }
  await eraseFromNotes(tx, erasure);
  return erased;
}

async function eraseFromPost(tx: Transaction, erasure: Erasure, post: FoundPost): Promise<number> {
  const { found, moderatorId, reason } = erasure;
  const { body, cuts, now, number } = post;
  if (!body.ok) throw changedMeanwhile();
  const text = (field: keyof Texts): string | null =>
    (now[field] ?? null) === null ? null : (cuts[field]?.text ?? '');
  const version = await revisePost(
    tx,
    { id: post.id, threadId: found.thread.id },
    {
      from: post.version,
      by: 'moderator',
      moderatorId,
      reason,
      publicDiff: false,
      body: text('body') ?? '',
      html: body.html,
      text: body.text,
      opening:
        number === 1
          ? {
              title: text('title') ?? '',
              contentWarning: text('contentWarning'),
              situation: text('situation'),
              whatIHaveTried: text('whatIHaveTried'),
              question: text('question'),
            }
          : null,
    },
  );
  if (version === null) throw changedMeanwhile();
  for (const each of post.versions) await eraseFromVersion(tx, post.id, each);
  await eraseFromReasons(tx, erasure, post);
  await eraseFromPendingEdit(tx, erasure, { post, version });
  return version;
}

async function eraseFromVersion(tx: Transaction, postId: string, { version, before, cuts }: CutVersion): Promise<void> {
  const spans = ledgerSpans(before, cuts);
  if (spans.length === 0) return;
  const data = Object.fromEntries(
    REVISED_FIELDS.filter((field) => (before[field] ?? null) !== null).map((field) => [field, cuts[field]?.text ?? '']),
  );
  await tx.revision.updateMany({ where: { postId, version }, data });
  const earlier = await tx.erasedText.findMany({
    where: { postId, version, spanStart: { not: null } },
    select: { spanStart: true, spanEnd: true },
  });
  const first = asAtFirst(
    before,
    earlier.map(({ spanStart, spanEnd }) => ({ start: spanStart ?? 0, end: spanEnd ?? 0 })),
    spans,
  );
  // Where it cannot be told any more where it stood at first, a restored backup forgets the whole version.
  const rows = first?.map(({ start, end }) => ({ spanStart: start, spanEnd: end })) ?? [
    { spanStart: null, spanEnd: null },
  ];
  await tx.erasedText.createMany({ data: rows.map((row) => ({ id: newId(), postId, version, ...row })) });
}

/** Reasons of earlier edits, which stand in the history and on the post. */
async function eraseFromReasons(tx: Transaction, { found }: Erasure, post: FoundPost): Promise<void> {
  const without = (text: string): string => cutPassage(text, found.passage, markerOf(found.kind, post.language)).text;
  const revisions = await tx.revision.findMany({
    where: { postId: post.id, reason: { not: null } },
    select: { id: true, reason: true },
  });
  for (const { id, reason } of revisions) {
    const data = { reason: without(reason ?? '') };
    if (data.reason !== reason) await tx.revision.update({ where: { id }, data, select: { id: true } });
  }
  const { stateReason } = await tx.post.findUniqueOrThrow({ where: { id: post.id }, select: { stateReason: true } });
  if (stateReason === null) return;
  await tx.post.update({ where: { id: post.id }, data: { stateReason: without(stateReason) }, select: { id: true } });
}

/** A change that waits for review loses the passage too, and begins from the version that has lost it. */
async function eraseFromPendingEdit(
  tx: Transaction,
  { found }: Erasure,
  { post, version }: { post: FoundPost; version: number },
): Promise<void> {
  const edit = await tx.pendingEdit.findUnique({ where: { postId: post.id } });
  if (!edit) return;
  const marker = markerOf(found.kind, post.language);
  const { postId, fromVersion, createdAt: _at, ...texts } = edit;
  const data = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text === null ? null : cutOrWhole(found, text, marker)]),
  );
  const from = fromVersion === post.version ? version : fromVersion;
  await tx.pendingEdit.update({ where: { postId }, data: { ...data, fromVersion: from }, select: { postId: true } });
}

function cutOrWhole({ passage }: FoundPassage, text: string, marker: string): string {
  const cut = cutPassage(text, passage, marker).text;
  return stillReads(passage, cut) ? marker : cut;
}

function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Something has changed since the passage was looked for');
}
