/** What staff may do about a writer, the mildest first. A note is for staff alone; a review holds what the writer posts. */
export const SANCTION_KINDS = ['note', 'warning', 'review', 'bar'] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** Those that hold for a while, and of which a writer has one at a time. */
export const LASTING_KINDS = ['review', 'bar'] as const satisfies readonly SanctionKind[];
export type LastingKind = (typeof LASTING_KINDS)[number];

export function isLasting(kind: SanctionKind): kind is LastingKind {
  return LASTING_KINDS.some((lasting) => lasting === kind);
}
