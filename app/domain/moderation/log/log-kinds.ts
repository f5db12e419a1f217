/** What staff do, as the log has it. */
export const LOG_KINDS = [
  'edit',
  'redact',
  'hide',
  'restore',
  'lock',
  'unlock',
  'move',
  'pin',
  'unpin',
  'answer',
  'unanswer',
  'merge',
  'split',
  'closeAfter',
  'retire',
  'reinstate',
  'hold',
  'approve',
  'sendBack',
  'note',
  'warn',
  'review',
  'lift',
  'bar',
  'unbar',
  'grantAppeal',
  'refuseAppeal',
  'dismissFlags',
  'reopenFlags',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/**
 * Kept from the public log: readers would learn from these which posts were flagged, which writers are new, and what staff tell
 * each other about a writer.
 */
export const STAFF_KINDS: readonly LogKind[] = ['dismissFlags', 'reopenFlags', 'approve', 'sendBack', 'note'];

export const PUBLIC_KINDS: readonly LogKind[] = LOG_KINDS.filter((kind) => !STAFF_KINDS.includes(kind));
