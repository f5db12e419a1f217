/** Joining, signing in and getting in again. */
export const accounts = {
  joinTitle: 'Join',
  joinLead: 'A pen name and a password are all it takes. We ask for no e-mail address and no real name.',
  joinRules: 'By joining you agree to look after each other here as the ground rules say.',
  join: 'Join',
  haveAccount: 'Have you been here before?',
  noAccount: 'New here?',
  penName: 'Pen name',
  penNameHint:
    'A made-up name of 3 to 30 characters, without spaces. It is shown only where you choose to write under it, never with what you write anonymously. Nothing in it should point to you.',
  password: 'Password',
  newPassword: 'New password',
  newPasswordHint: 'At least 8 characters. A few words in a row are easy to remember and hard to guess.',
  welcome: 'Welcome, {{name}}',
  codesLead:
    'These ten recovery codes are the only way back in if you forget your password: there is no e-mail address we could write to.',
  codesOnce: 'They are shown this once. The forum keeps nothing from which it could show them again.',
  codes: 'Your recovery codes',
  codesPrint:
    'Print this page or copy the codes to a safe place, apart from your password. Each works once. Whoever has one and your pen name can enter your account.',
  codesKept: 'I have kept them',
  signInTitle: 'Sign in',
  forgotten: 'Forgotten your password?',
  recoverLink: 'Use a recovery code',
  recoverTitle: 'Get in again with a recovery code',
  recoverLead:
    'The code opens your account and everything you have written, anonymous posts included. You choose a new password at once.',
  code: 'Recovery code',
  codeHint: 'One of the ten you were shown when you joined. Capitals and hyphens do not matter.',
  recover: 'Set the new password',
  noCodes:
    'Without a password and without a code nobody can open your account, not even those who run the forum: what you wrote anonymously is sealed with them.',
  recoveredTitle: 'You are in again',
  recoveredLead: 'Your new password is set. On all other devices you have been signed out.',
  codesLeft_zero: 'That was your last recovery code.',
  codesLeft_one: 'The code you used is gone. You have {{count}} left.',
  codesLeft_other: 'The code you used is gone. You have {{count}} left.',
  goOn: 'Go on',
} as const;
