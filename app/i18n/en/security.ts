/** The second factor, sessions and recovery codes: what guards an account beside its password. */
export const security = {
  settingsTitle: 'Settings',
  backToSettings: 'Settings',
  password: 'Password',
  passwordNote: 'Change it. You are signed out everywhere else then.',
  factor: 'Second factor',
  factorNote: 'Something to show beside the password when you sign in: a code from an app, or a passkey.',
  factorIsOn: 'On.',
  factorIsOff: 'Off.',
  sessions: 'Where you are signed in',
  sessionsNote: 'See your sessions, and end those you do not need.',
  codes: 'Recovery codes',
  codesNote_zero: 'You have none left. Make new ones.',
  codesNote_one: 'You have {{count}} left. You can make ten new ones.',
  codesNote_other: 'You have {{count}} left. You can make ten new ones.',

  /** Required of staff. */
  roleOnHold: {
    moderator: 'Your role as a moderator rests until you have a second factor.',
    administrator: 'Your role as an administrator rests until you have a second factor.',
  },
  dueLead:
    'Moderators and administrators need a second factor. Set one up by the end of {{day}}: after that your role rests until you have one.',
  setUpNow: 'Set up a second factor',

  factorLead:
    'With a second factor your password alone opens nothing. Somebody who has guessed it also needs your phone, your computer or one of your recovery codes.',
  factorSealed:
    'It comes beside the password and never instead of it: what you wrote anonymously is sealed under your password. The forum keeps the second factor encrypted, too.',
  appTitle: 'Codes from an app',
  appIsOn: 'Set up. When you sign in you are asked for the six digits that the app shows.',
  appIsOff:
    'Any app for one-time codes will do: it shows six digits, new every half minute. It needs no network, and no JavaScript here.',
  appSetUp: 'Set up an app',
  appReplace: 'Set up another app',
  passkeysTitle: 'Passkeys',
  passkeysNote: 'A fingerprint, a face, a device PIN or a security key. Passkeys need JavaScript in the browser.',
  passkeysNone: 'You have none yet.',
  passkeyUnnamed: 'Passkey {{number}}',
  passkeyAdd: 'Add a passkey',
  remove: 'Remove',
  removeNamed: 'Remove: {{name}}',
  unreadable:
    'What is stored of your second factor cannot be read any more. You can sign in with recovery codes alone until you set it up anew.',
  factorAdded: 'Your second factor is set up. You will be asked for it the next time you sign in.',
  factorRemoved: 'It has been removed.',
  haveCodes: 'If you lose it: each of your recovery codes can stand in for it once.',

  appLead: 'Scan the picture with the app, or type the key into it. Then type the six digits that it shows.',
  appReplaces: 'The app that you have used so far will not count any more.',
  qrLabel: 'QR code with the key for your app',
  openInApp: 'Open in an app on this device',
  key: 'Key',
  keyNote: 'By time, six digits, 30 seconds: what apps take for granted.',
  firstCode: 'Six digits from the app',
  passwordAgain: 'Your password',
  appConfirm: 'Set up these codes',

  passkeyLead:
    'Your browser asks you to confirm with your fingerprint, your face, a PIN or a security key. It stores your pen name with the passkey, so think of who else uses this device.',
  passkeyName: 'What will you call it?',
  passkeyNameHint: 'Such as “Phone”. Only you can read it.',

  removeTitle: 'Remove “{{name}}”?',
  removeLead: 'Without it you sign in with what is left.',
  removeLast: 'It is your only second factor: after this your password alone opens your account.',
  removeLastStaff: 'Your role rests then until you have a second factor again.',
  removeConfirm: 'Remove it',

  askTitle: 'One more step',
  askLead: 'The password was right, {{name}}. Now show your second factor.',
  askCode: 'Six digits from your app',
  askPasskey: 'Use your passkey',
  askPasskeyNote: 'This needs JavaScript in the browser.',
  askRecovery: 'Use a recovery code instead',
  askRecoveryNote: 'The code is used up by it.',
  askRecoveryOnly: 'Your second factor cannot be read any more: only a recovery code opens your account.',
  askSubmit: 'Sign in',
  askAgain: 'Sign in as somebody else',
  askTime: 'You have a quarter of an hour.',

  sessionsLead:
    'Each place where you have signed in and not out. What is stored of them names nobody: only you can see this list, and it holds no address and no device.',
  sessionBegan: 'Signed in on',
  sessionDayUnknown: 'Its day cannot be read any more',
  thisOne: 'This one',
  awaiting:
    'Your password was right here, and the second factor has not been shown. If this was not you, change your password.',
  sessionUnnamed: 'Session without a name',
  sessionName: 'Name',
  sessionNameHint: 'Such as “Phone”, so that you know it again.',
  saveName: 'Save the name',
  giveName: 'Give it a name',
  endSession: 'End this session',
  endOthers: 'End all others',
  endOthersNote:
    'Whoever uses them is asked to sign in again at their next step. Your password stays as it is: if somebody else may know it, change it instead.',
  sessionEnded: 'The session has ended.',
  othersEnded: 'All other sessions have ended.',

  codesTitle: 'Recovery codes',
  codesLeft_zero: 'You have no recovery codes left.',
  codesLeft_one: 'You have {{count}} recovery code left.',
  codesLeft_other: 'You have {{count}} recovery codes left.',
  codesWhat:
    'Each works once: in place of a forgotten password, or of your second factor. If you lose both, you need one for each.',
  codesRenewNote: 'You can have ten new ones. The ones you have now are void then.',
  codesRenew: 'Make ten new codes',
  codesNew: 'Your new recovery codes',
  codesVoid: 'The codes that you had before are void.',
} as const;
