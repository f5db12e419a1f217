import type { Transaction } from '#app/platform/db.server.ts';
import type { Refusal } from './render-body.server.ts';

/** Whether readers see a new post at once, and what is written beside it in the same transaction; most have nothing beside them. */
export type Admission = {
  kind: 'admitted';
  state: 'published' | 'held';
  after: ((tx: Transaction, postId: string) => Promise<void>) | null;
};

/**
 * What a text that has been rendered comes to before it is written: handed in by who knows the rules (moderation/holds), since
 * threads and posts do not.
 */
export type Screen = (rendered: { html: string; text: string }) => Promise<Admission | Refusal>;

/** Every text is published at once: for what is written by no member, such as seeds. */
export const publishAtOnce: Screen = () => Promise.resolve({ kind: 'admitted', state: 'published', after: null });
