/** One's own pages. */
export const me = {
  title: 'Your account',
  role: { moderator: 'You are a moderator.', administrator: 'You are an administrator.' },
  threads: 'Your threads',
  threadsNote: 'Where you have written, anonymously or not. Only you can see this list.',
  noThreads: 'You have not written anything yet.',
  asAlias: 'You are {{alias}} there',
  asPenName: 'Under your pen name',
  memberPage: 'Your public page',
  memberPageNote: 'What you have written under your pen name. Your anonymous posts are not on it.',
  settings: 'Settings',
  settingsNote: 'Password, second factor, sessions, recovery codes.',
  changePassword: 'Change your password',
  changePasswordNote: 'You stay signed in here and are signed out everywhere else. Your recovery codes stay good.',
  currentPassword: 'Present password',
  passwordChanged: 'Your password has been changed. On all other devices you have been signed out.',
} as const;
