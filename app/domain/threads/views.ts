import type { Language } from '#app/i18n/languages.ts';
import type { TopicRef } from '../topics/views.ts';

export type ThreadId = string & { readonly __brand: 'ThreadId' };
export type ScopeId = string & { readonly __brand: 'ScopeId' };

export const THREAD_KINDS = ['dilemma', 'discussion', 'guide'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const CONTENT_STATES = ['published', 'held', 'hidden', 'erased'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

/** A thread in a list. */
export type ThreadSummary = {
  id: ThreadId;
  slug: string;
  title: string;
  topic: TopicRef;
  kind: ThreadKind;
  language: Language;
  /** Slug of the opening post's perspective. */
  perspective: string;
  question: string | null;
  contentWarning: string | null;
  state: ContentState;
  locked: boolean;
  /** Published replies: all, and those from each chair. */
  replies: number;
  clientReplies: number;
  practitionerReplies: number;
  /** Both rounded down to the hour. */
  createdAt: Date;
  lastActivityAt: Date;
  externalRef: string | null;
};

/** A thread on its own page. */
export type ThreadView = ThreadSummary & {
  situation: string | null;
  whatIHaveTried: string | null;
  lockReason: string | null;
  lockedAt: Date | null;
  /** Counted without telling readers apart, and shown in steps (10, 25, 50, 100 …): "at least". 0 below the first. */
  views: number;
};

/** One page of a list; `next` is the cursor to hand in as `after`, null on the last page. */
export type ThreadList = { threads: ThreadSummary[]; next: string | null };
