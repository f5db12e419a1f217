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
    'Without a password and without a code nobody can open what you wrote anonymously, not even those who run the forum: it is sealed with them.',
  withoutCodesTitle: 'No code left either?',
  withoutCodesLead:
    'Those who run the forum can let you into your account again, with its pen name and what you wrote under it. What is lost for good:',
  lostPosts:
    'Your anonymous posts. They stay where they are and belong to nobody: you can neither edit them nor take them back.',
  lostPrivate: 'Drafts, threads you follow, and private settings.',
  lostFactor: 'Your second factor and your recovery codes. You get ten new codes.',
  secondFactorToo: 'If you have a second factor you are asked for it next. Another recovery code can stand in for it.',
  recoveredTitle: 'You are in again',
  recoveredLead: 'Your new password is set. On all other devices you have been signed out.',
  codesLeft_zero: 'That was your last recovery code.',
  codesLeft_one: 'The code you used is gone. You have {{count}} left.',
  codesLeft_other: 'The code you used is gone. You have {{count}} left.',
  makeNewCodes: 'Make ten new codes',
  resetTitle: 'You are in again',
  resetLead: 'Your account was reset: it begins anew behind its pen name.',
  resetLost:
    'What you wrote anonymously before belongs to nobody now: you can neither find nor edit it as yours, and nobody else can. Your earlier drafts, followed threads and private settings are gone for you in the same way.',
  resetKept: 'What you wrote under your pen name is still yours.',
  goOn: 'Go on',
} as const;
