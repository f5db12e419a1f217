import type { Prisma } from '#prisma/client.ts';
import type { Language } from '#app/i18n/languages.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { renderMarkdown, RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';
import { markerOf } from '#app/platform/markdown/markers.ts';
import { lockThreadRow } from '../../threads/lock-thread-row.server.ts';
import { slugOf } from '../../threads/slug.ts';
import { cutPassage } from '../erase-passage/cut-passage.ts';
import { eraseFromNotes } from '../erase-passage/erase-from-notes.server.ts';
import { inAnyCapitals, passageOf, type Passage } from '../erase-passage/passage.ts';
import { LEDGER_ORDER, type Texts } from '../erase-passage/spans.ts';
import { eraseTexts } from '../erase-texts.server.ts';
import { cutSpans, type CutTexts } from './cut-spans.ts';
import type { ErasedText } from './read-erasures.ts';

const textSelect = {
  body: true,
  title: true,
  contentWarning: true,
  situation: true,
  whatIHaveTried: true,
  question: true,
} as const satisfies Prisma.RevisionSelect;
const postSelect = {
  id: true,
  threadId: true,
  number: true,
  version: true,
  language: true,
} as const satisfies Prisma.PostSelect;

type Post = { id: string; threadId: string; number: number; version: number; language: Language };

/** The ledger does not say what kind of detail it was. */
const KIND = 'detail';
/** Ms that one post may take: its text is rendered within. */
const LONGEST_MS = 60_000;

/**
 * Cuts passages out of a post and its versions where the ledger says, and the same words out of what was said about it. A version
 * that does not fit its spans goes whole, and so does the post if that is the present one.
 */
export async function erasePassagesAgain(postId: string, rows: readonly ErasedText[]): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const post = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: postSelect });
      await lockThreadRow(tx, post.threadId);
      const words = await eraseFromVersions(tx, post, rows);
      for (const word of new Set(words)) await eraseFromWhatWasSaid(tx, post, word);
    },
    { timeout: LONGEST_MS },
  );
}

/** @returns the words that were cut out. */
async function eraseFromVersions(tx: Transaction, post: Post, rows: readonly ErasedText[]): Promise<string[]> {
  const revisions = await tx.revision.findMany({
    where: { postId: post.id },
    orderBy: { version: 'asc' },
    select: { version: true, ...textSelect },
  });
  const words: string[] = [];
  for (const { version, ...texts } of revisions) {
    const isForgotten = rows.some((row) => row.span === null && row.version >= version);
    if (!isForgotten && !rows.some((row) => row.version === version)) continue;
    const now: Texts = post.number === 1 ? texts : { body: texts.body };
    const cut = isForgotten ? null : await cutVersion(tx, { post, version, now, rows });
    words.push(...(cut?.words ?? []));
    const left = cut?.texts ?? Object.fromEntries(Object.keys(now).map((field) => [field, null]));
    const data = { ...left, body: left.body ?? '' };
    await tx.revision.updateMany({ where: { postId: post.id, version }, data });
    if (version === post.version && !(cut && (await rewritePost(tx, post, cut.texts)))) {
      await eraseTexts(tx, post.threadId, [post.id]);
    }
  }
  return words;
}

async function cutVersion(
  tx: Transaction,
  { post, version, now, rows }: { post: Post; version: number; now: Texts; rows: readonly ErasedText[] },
): Promise<CutTexts | null> {
  const earlier = await tx.erasedText.findMany({
    where: { postId: post.id, version, spanStart: { not: null } },
    select: { spanStart: true, spanEnd: true },
  });
  const spans = rows.flatMap((row) => (row.version === version && row.span ? [row.span] : []));
  return cutSpans(now, spans, {
    earlier: earlier.map(({ spanStart, spanEnd }) => ({ start: spanStart ?? 0, end: spanEnd ?? 0 })),
    marker: markerOf(KIND, post.language),
  });
}

/** @returns whether what is left can be shown. */
async function rewritePost(tx: Transaction, { id, threadId, number }: Post, texts: Texts): Promise<boolean> {
  const body = texts.body ?? '';
  const rendered = await renderMarkdown(body);
  if (!rendered.ok) return false;
  const { html, text } = rendered;
  await tx.post.update({
    where: { id },
    data: { body, html, text, renderVersion: RENDER_VERSION },
    select: { id: true },
  });
  if (number > 1) return true;
  const { title, contentWarning = null, situation = null, whatIHaveTried = null, question = null } = texts;
  await tx.thread.update({
    where: { id: threadId },
    data: { title: title ?? '', slug: slugOf(title ?? ''), contentWarning, situation, whatIHaveTried, question },
    select: { id: true },
  });
  return true;
}

/** Out of flags, notes, reasons, requests, and changes that wait for review. */
async function eraseFromWhatWasSaid(tx: Transaction, post: Post, word: string): Promise<void> {
  const passage = passageOf(word, { otherCapitals: false, insideWords: false });
  const { lockReason } = await tx.thread.findUniqueOrThrow({
    where: { id: post.threadId },
    select: { lockReason: true },
  });
  const found = { passage, kind: KIND, thread: { id: post.threadId, lockReason } } as const;
  await eraseFromNotes(tx, { found, posts: [post] });
  await eraseFromEdits(tx, post, inAnyCapitals(passage));
}

async function eraseFromEdits(tx: Transaction, { id: postId, language }: Post, passage: Passage): Promise<void> {
  const cut = (text: string | null): string | null =>
    text === null ? null : cutPassage(text, passage, markerOf(KIND, language)).text;
  const reasons = await tx.revision.findMany({
    where: { postId, reason: { not: null } },
    select: { id: true, reason: true },
  });
  for (const { id, reason } of reasons) {
    await tx.revision.update({ where: { id }, data: { reason: cut(reason) }, select: { id: true } });
  }
  const waiting = await tx.pendingEdit.findUnique({ where: { postId }, select: textSelect });
  if (!waiting) return;
  const data = Object.fromEntries(LEDGER_ORDER.map((field) => [field, cut(waiting[field])]));
  await tx.pendingEdit.update({ where: { postId }, data, select: { postId: true } });
}
