/** Taking one's own things along, taking a post back, and leaving for good. */
export const erasing = {
  exportTitle: 'Take your texts along',
  exportNote: 'Everything you have written here, anonymous posts included, in one file.',
  exportLead:
    'One archive with everything you have written here: your posts, anonymous or not, with their earlier versions, your drafts, what you follow, and what your account says about you. As text files to read, and as one file for programs.',
  exportWarning:
    'The archive says which anonymous posts are yours. Nothing else in the world does. Keep it where nobody but you looks, or delete it when you have read it. Do not download it on a device that others use.',
  exportOthers: 'Of other people it holds only the titles of the threads you wrote in, and which post you answered.',
  exportKept: 'It is made while you wait. The forum keeps no copy and does not note that you asked.',
  exportDownload: 'Download the archive',
  archive: {
    title: 'What you have written on $t(site.name)',
    madeOn: 'Made on {{date}} for {{penName}}.',
    warning: 'This archive says which anonymous posts are yours. Keep it where nobody but you looks.',
    contents:
      'Posts: {{posts, number}}. Threads you wrote in: {{threads, number}}, each in a file of its own under “threads”.',
    format: 'export.json holds all of it once more, for programs, with drafts, follows and the facts of your account.',
    noTitle: '(A title that was taken back)',
    onlyMine: 'Only your own posts are here.',
    asPersona: 'anonymously, as {{name}}',
    asPenName: 'under your pen name, {{name}}',
    post: 'Post {{number}}',
    answers: 'in reply to post {{number}}',
    version: 'Earlier version, number {{number}}',
    pendingEdit: 'A change of yours that awaits review',
    state: {
      held: 'Awaiting review',
      hidden: 'Removed by a moderator',
      erased: 'You have taken this post back',
    },
  },
  takeBack: 'Take back',
  postTitle: 'Take back post {{number}}',
  postLead: 'Its words go for good: from the page, its earlier versions, the search, the feeds and the export.',
  postLeadOpening:
    'Its words go for good, and the title with them: from the page, its earlier versions, the search, the feeds and the export.',
  postStays:
    'Its number stays, with the name above it and the line “Whoever wrote this post has taken it back”. Replies by others stay, also where they repeat your words.',
  postThreadGoes: 'If nobody else has replied, the whole thread goes from the lists.',
  postCopies:
    'What others have read or copied cannot be taken back. Backups made before still hold it; they are to be kept for 30 days at most.',
  postYours: 'What you are taking back',
  postConfirm: 'Take it back for good',
  postCancel: 'Leave it as it is',
  title: 'Erase your account',
  note: 'Leave for good. You choose what becomes of your texts.',
  lead: 'Your account goes at once and for good: pen name, password, recovery codes, drafts, and what you follow. Nobody can bring it back, not even you.',
  exportFirst: 'If you want to keep what you have written, do this first:',
  waiting_one:
    'You began this before and it was broken off. {{count}} of your anonymous names already waits to be erased. Finish here.',
  waiting_other:
    'You began this before and it was broken off. {{count}} of your anonymous names already wait to be erased. Finish here.',
  penNamePosts: 'What becomes of your posts under {{penName}}?',
  textCount_zero: 'You have none.',
  textCount_one: 'There is {{count, number}}.',
  textCount_other: 'There are {{count, number}}.',
  penNameRemove: 'Remove the text',
  penNameRemoveHint: 'At once, with all earlier versions.',
  penNameLeave: 'Leave the text, with nobody behind it',
  penNameLeaveHint: 'An alias that is nobody’s takes the place of your pen name, another one in each thread.',
  anonymousPosts: 'What becomes of your anonymous posts?',
  anonymousRemove: 'Remove the text',
  anonymousRemoveHint:
    'Within 14 days, thread by thread, at random hours. If it all went at once, everybody could see that one person had written it.',
  anonymousLeave: 'Leave the text, with nobody behind it',
  anonymousLeaveHint: 'The key to it is thrown away, also within 14 days. Readers see no difference.',
  keptTitle: 'What is kept',
  kept: {
    replies: 'Replies by others, also where they quote you or call you by name.',
    places: 'That a post stood in its place: number, hour, perspective, and an alias.',
    bars: 'That moderators paused an anonymous name, and until when.',
    staff: 'If you were a moderator: what you decided and why, without your name.',
    flags: 'What you flagged for the moderators. Nothing there says that it was you.',
  },
  truthTitle: 'Before you choose',
  truth: {
    fortnight:
      'For up to 14 days a list in the database says which anonymous names wait to be erased. It does not say whose they are. But somebody who stole the database in those days, and knew that you left just then, could guess.',
    visible:
      'Text that is removed is seen to go. Somebody who watches the forum closely could notice that posts are taken back in the days after a pen name disappeared. Leaving the anonymous text leaves no such trace.',
    backups:
      'Backups made before, and the database’s own journal, still hold what they held. They are to be kept for 30 days at most.',
    copies: 'What others have read or copied cannot be taken back.',
  },
  password: 'Your password',
  confirm: 'Erase my account',
  cancel: 'Stay',
  brokenOff: 'If it breaks off, sign in again and repeat it: nothing is done twice.',
  doneTitle: 'Your account is gone',
  doneLead:
    'Your pen name, your password and everything that was kept for you has been erased. You are signed out everywhere.',
  doneSoon:
    'What you wrote under your pen name is already as you wished. Your anonymous posts follow within 14 days, at random hours.',
  doneBrowser: 'Your browser may still remember which pages you looked at. Clear its history if others use it.',
  doneHome: 'To the front page',
} as const;
