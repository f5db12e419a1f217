/** What moderators do, and the words in which readers see it. */
export const moderation = {
  reason: 'Reason',
  reasonHint: 'Shown to readers and kept in the log. Without the detail itself.',
  hide: 'Remove this post',
  restore: 'Make this post visible again',
  lock: 'Lock this thread',
  unlock: 'Unlock this thread',
  hideNote: 'Readers will find a notice with your reason in its place. The writer can still read it.',
  restoreNote: 'Readers will see it again.',
  lockNote: 'No new replies. Reading goes on, and your reason stands above the thread.',
  unlockNote: 'Open for replies again.',
  reasonRunItsCourse: 'The discussion has run its course',
} as const;
