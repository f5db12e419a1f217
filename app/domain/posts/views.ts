import type { Language } from '#app/i18n/languages.ts';
import type { AuthorName } from '../authorship/authors-name.ts';
import type { ContentState, ThreadId } from '../threads/views.ts';
import type { Chair } from '../topics/perspectives.ts';

export type { AuthorName };

export type PostId = string & { readonly __brand: 'PostId' };

export type EditMark = {
  by: 'author' | 'moderator';
  /** Rounded down to the hour. */
  at: Date;
  reason: string | null;
};

/** What a post answers, shown above it; taken from the quoted post at each reading. */
export type QuoteView = {
  id: PostId;
  threadId: ThreadId;
  number: number;
  author: AuthorName;
  excerpt: string;
  language: Language;
};

/**
 * A post as this viewer may see it. Where its text is kept from them (`state` is not `published` and they are neither its
 * author nor staff) `html` and `text` are empty and `stateReason` says why.
 */
export type PostView = {
  id: PostId;
  threadId: ThreadId;
  number: number;
  author: AuthorName;
  perspective: string;
  language: Language;
  /** Written by the one who opened the thread, under the same name. */
  byStarter: boolean;
  /** Written by the viewer, anonymously or not. */
  isMine: boolean;
  /** Under a pen name that the viewer has muted: it is shown folded. */
  isMuted: boolean;
  canEdit: boolean;
  canModerate: boolean;
  /** Somebody else's post that the viewer, signed in, may tell the moderators about. */
  canFlag: boolean;
  /** Somebody else's post that the viewer, signed in, may say helped them. */
  canEndorse: boolean;
  /** How many said that it helped them, by the chair they named; only chairs that somebody named. */
  endorsed: readonly { chair: Chair; count: number }[];
  state: ContentState;
  stateReason: string | null;
  html: string;
  text: string;
  version: number;
  edited: EditMark | null;
  quoteOf: QuoteView | null;
  /** Rounded down to the hour. */
  createdAt: Date;
};

/** What pages show of a post: the text as HTML alone, which a member's page sends along once more for its scripts. */
export type ShownPost = Omit<PostView, 'text'>;

/** Posts in the order of their numbers; `next` is the number to hand in as `after`, null on the last page. */
export type PostList = { posts: PostView[]; next: number | null };

/** One word or run of words of a difference between two versions. `masked` stands for text that this viewer may not see. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string } | { kind: 'masked'; characters: number };

export type RevisionView = {
  version: number;
  by: 'author' | 'moderator';
  reason: string | null;
  at: Date;
  /** What this version changed in the one before, field by field; null where the viewer may only know that it happened. */
  changes: { field: RevisedField; parts: DiffPart[] }[] | null;
  /** Characters that it took away for good, out of the versions before it too. */
  erased: number;
};

export const REVISED_FIELDS = ['title', 'contentWarning', 'situation', 'body', 'whatIHaveTried', 'question'] as const;
export type RevisedField = (typeof REVISED_FIELDS)[number];
