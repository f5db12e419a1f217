/** Texts that are not published yet. */
export const drafts = {
  title: 'Your drafts',
  note: 'Kept so that only you can read them, and only while you are signed in. Nobody can see that they are yours, or in which thread.',
  none: 'You have no drafts.',
  save: 'Save as draft',
  saved: 'Your draft has been saved.',
  kept: 'Draft saved',
  unreachable: 'Not saved: the forum cannot be reached. It is tried again by itself.',
  signedOut: 'Not saved: you are no longer signed in. What you wrote stays here.',
  tooMany: 'Not saved: you have as many drafts as can be kept. Throw one away.',
  savedAt: 'Saved',
  newThread: 'A new thread',
  replyIn: 'A reply in “{{title}}”',
  threadGone: 'A reply in a thread that is no longer there',
  untitled: 'Without a title yet',
  goOn: 'Go on writing',
  throwAway: 'Throw away',
} as const;
