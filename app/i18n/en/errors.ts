export const errors = {
  notFound: {
    title: 'There is nothing at this address',
    text: 'It may have been mistyped, or what stood here has been removed. Threads keep their address when they are moved or renamed.',
  },
  badRequest: {
    title: 'That address does not make sense to us',
    text: 'Something in it has a form that we cannot read. Going in through the topics or the search works.',
  },
  notSignedIn: {
    title: 'Sign in to go on',
    text: 'This page is for members. No e-mail address is needed to join.',
  },
  notAllowed: {
    title: 'This is not open to you',
    text: 'You are signed in, but this page or action is for others: its writer or a moderator.',
  },
  conflict: {
    title: 'Somebody was faster',
    text: 'What you wanted to change has changed meanwhile. Go back, look at it again, and try once more.',
  },
  tooLarge: {
    title: 'That is more than we can take in at once',
    text: 'Go back: what you wrote should still be there. Make it shorter, or part it in two.',
  },
  tooMany: {
    title: 'That was a lot in a short time',
    text: 'To keep this place quiet there is a limit. Wait a little, then try again.',
  },
  unavailable: {
    title: 'The forum cannot do this just now',
    text: 'Try again in a few minutes. If you sent something, look first whether it is there.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'It is not your doing. Go back and try again; if it happens again, tell a moderator this number:',
  },
  toHome: 'To the front page',
  toSearch: 'Search past threads',
  helpStays: 'If you came here for help right now:',
} as const;
