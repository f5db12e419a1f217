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
  /** Stands on top of its topic at present. */
  pinned: boolean;
  /** Who opened it wants it in no search engine. */
  keptOut: boolean;
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
  /** A guide that is out of use, and the one that took its place, where the viewer may read it. */
  retired: boolean;
  replacedBy: ThreadLink | null;
  /** Counted without telling readers apart, and shown in steps (10, 25, 50, 100 …): "at least". 0 below the first. */
  views: number;
  /** The reply that helped, where readers can see one. */
  answer: { id: string; number: number } | null;
};

/** A thread as it is named where another refers to it. */
export type ThreadLink = { id: string; slug: string; title: string; language: Language };

/** Something that happened to a thread, between its posts: behind the one with the number `afterNumber`, or above all (0). */
export type ThreadEvent = { id: string; afterNumber: number } & (
  | { kind: 'lock' | 'unlock' | 'merge'; reason: string; at: Date }
  /** Names of topics; null for one that is no more, or not for this viewer. */
  | { kind: 'move'; from: string | null; to: string | null; reason: string; at: Date }
  | { kind: 'splitOff'; other: ThreadLink | null; reason: string; at: Date }
  | {
      kind: 'movedAway';
      /** Those that the posts had here. */
      numbers: number[];
      to: ThreadLink | null;
      /** They came back to this thread, where the first of them has the number `now`. */
      isHere: boolean;
      now: number;
      reason: string | null;
      at: Date | null;
    }
);

/** One page of a list; `next` is the cursor to hand in as `after`, null on the last page. */
export type ThreadList = { threads: ThreadSummary[]; next: string | null };
