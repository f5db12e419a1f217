/** What moderators do, and the words in which readers see it. */
export const moderation = {
  moderate: 'Moderate',
  reason: 'Reason',
  reasonHint: 'Shown to readers and kept in the log. Without the detail itself.',
  hide: 'Remove this post',
  restore: 'Make this post visible again',
  lock: 'Lock this thread',
  unlock: 'Unlock this thread',
} as const;
