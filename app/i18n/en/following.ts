/** Following threads, and the inbox. */
export const following = {
  follow: 'Follow this thread',
  unfollow: 'Stop following',
  followNote: 'What is new here then shows in your inbox. Nobody else can see what you follow.',
  inbox: 'Inbox',
  inboxNote:
    'What is new where you have written, under whatever name, and in the threads you follow. Worked out as you look: nothing stored says that any of it concerns you.',
  empty: 'Nothing new. Replies to what you wrote and to threads you follow appear here.',
  new_one: '{{count}} new post',
  new_other: '{{count}} new posts',
  newHere_one: '{{count}} new',
  newHere_other: '{{count}} new',
  firstNew: 'Jump to first new',
  readMarkNote: 'Remembers how far you have read. Nobody else can see it.',
  becausePersona: 'You are {{alias}} here',
  becausePen: 'You wrote here under your pen name',
  becauseFollowed: 'You follow this thread',
  markRead: 'Mark as read',
  markAllRead: 'Mark all as read',
} as const;
