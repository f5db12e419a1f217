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
  'bar',
  'unbar',
  'dismissFlags',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** Kept from the public log: readers would learn from it which posts were flagged. */
export const STAFF_KINDS: readonly LogKind[] = ['dismissFlags'];

export const PUBLIC_KINDS: readonly LogKind[] = LOG_KINDS.filter((kind) => !STAFF_KINDS.includes(kind));
