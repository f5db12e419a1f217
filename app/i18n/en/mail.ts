/** Mail that a member asked for, and what they are told before. */
export const mail = {
  title: 'Mail',
  note: 'Be written to when something is new in threads you choose. Off unless you ask for it.',
  off: 'This forum sends no mail. Everything new waits in your inbox here.',
  lead: 'Without mail, everything new waits in your inbox here. With it, we write to you when something is new in a thread that you follow by mail.',
  storedTitle: 'This stores what nothing else here stores',
  storedWhat:
    'What you follow is otherwise encrypted so that nobody but you can read it. For mail, your address and the threads you follow by mail stand beside your account, in the clear. Whoever gets hold of the database can read them, and so can the people who run the forum.',
  storedAdvice:
    'Leave it off in threads where you write anonymously: that somebody wants mail about a thread is a hint that they wrote there. A mail names no thread, no alias and not the forum, but its links and its sender show this forum’s address. What you write yourself sets one off as anybody’s does.',
  presentTitle: 'At present',
  unconfirmed:
    'Not confirmed yet. A mail with a link is on its way there; until you open it, nothing else is sent. It is forgotten after a week.',
  threads_zero: 'You follow no thread by mail. Each thread you follow has a button for it.',
  threads_one: 'You follow {{count}} thread by mail.',
  threads_other: 'You follow {{count}} threads by mail.',
  askTitle: 'Ask for mail',
  changeTitle: 'Another address',
  address: 'E-mail address',
  addressHint: 'One that nobody else reads is best.',
  pace: 'How soon?',
  paces: { daily: 'Once a day', atOnce: 'Within a quarter of an hour' },
  wasTold: 'I have read what is stored',
  ask: 'Send me a mail to confirm',
  savePace: 'Save',
  endNote:
    'Nothing more is sent, and your address and the threads you follow by mail are forgotten. You go on following them here.',
  end: 'End mail and forget my address',
  done: {
    asked:
      'A mail with a link is on its way. Open the link within a week and press the button there; then mail begins.',
    paced: 'Saved.',
    ended: 'No more mail will come. Your address is forgotten.',
  },
  followToo: 'Get mail about it',
  followTooNote: 'Stores with your account that you follow this thread. Leave it if you write here anonymously.',
  stop: 'No more mail about it',
  marked: 'by mail too',
  setUp: 'Get mail about it …',
  confirmTitle: 'Confirm your address',
  confirmLead:
    'Press the button, and mail that was asked for comes to this address. If you did not ask for it, close this page: the address is forgotten after a week.',
  confirmButton: 'Confirm',
  confirmDone: 'Confirmed. You can close this page.',
  endTitle: 'End mail',
  endLead: 'Press the button, and no more mail comes to this address. The address is forgotten. You need not sign in.',
  endButton: 'No more mail',
  endDone: 'No more mail will come. The address is forgotten.',
  linkOld: 'This link is no longer good. Whoever asked for mail can ask again, in their settings.',
  confirmSubject: 'Please confirm',
  confirmText:
    'Somebody asked for notices to be sent to this address.\n\nIf it was you, confirm it here within a week:\n{{at}}\n\nIf not, do nothing, or have the address forgotten at once:\n{{end}}\n',
  newsSubject: 'Something new',
  newsText: 'There is something new in a thread you follow.\n\n{{at}}\n\nNo more of these:\n{{end}}\n',
} as const;
