import { startOfHour } from '#app/platform/times.ts';
import type { Language } from '#app/i18n/languages.ts';
import type { AccountId } from '../../identity/viewer.ts';
import type { ThreadKind } from '../../threads/views.ts';
import type { ImportLine } from './import-line.ts';

/** A whole thread that is about to be written at once, as an import and the seed have them. */
export type ThreadDraft = {
  /** Unique: a draft whose reference is there already is not written again. */
  externalRef: string;
  topicId: string;
  kind: ThreadKind;
  language: Language;
  title: string;
  contentWarning: string | null;
  situation: string | null;
  whatIHaveTried: string | null;
  question: string | null;
  /** The opening first. */
  posts: readonly PostDraft[];
};

export type PostDraft = {
  body: string;
  perspective: string;
  writer: DraftWriter;
  /** A whole hour. */
  createdAt: Date;
  /** Index in `posts` of an earlier one that this answers. */
  quoteOf: number | null;
};

/** Equal keys within a thread are one persona, which belongs to nobody; the key is not stored. A missing one is its own. */
export type DraftWriter = { as: 'persona'; key: string | null } | { as: 'pen-name'; accountId: AccountId };

/**
 * The draft of an import line. What has no date of its own gets that of the post before it, and the opening `hour`: an archive
 * that dates its threads alone stays in their time.
 */
export function draftOfLine(line: ImportLine, topicId: string, hour: Date): ThreadDraft {
  let time = hour;
  const posts = [{ ...line, quoteOf: undefined }, ...line.replies].map((post): PostDraft => {
    if (post.createdAt) time = startOfHour(post.createdAt);
    return {
      body: post.body,
      perspective: post.perspective,
      writer: { as: 'persona', key: post.writer ?? null },
      createdAt: time,
      // The line counts replies from zero; before them stands the opening.
      quoteOf: post.quoteOf === undefined ? null : post.quoteOf + 1,
    };
  });
  return {
    externalRef: line.externalRef,
    topicId,
    kind: line.kind,
    language: line.language,
    title: line.title,
    contentWarning: line.contentWarning,
    situation: line.structured?.situation ?? null,
    whatIHaveTried: line.structured?.whatIHaveTried ?? null,
    question: line.structured?.question ?? null,
    posts,
  };
}
