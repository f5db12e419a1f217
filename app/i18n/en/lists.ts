/** Lists of threads that are no one topic's. */
export const lists = {
  title: 'All threads',
  lead: 'What is asked and answered under every topic.',
  withoutMuted: 'Without the topics you have muted.',
  name: 'Lists',
  all: 'All threads',
  followed: 'What you follow',
  mine: 'Your threads',
  showAll: 'Show all threads',
} as const;
