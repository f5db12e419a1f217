/** What administrators choose for the whole forum. */
export const forumSettings = {
  title: 'Settings of the forum',
  lead: 'They hold for everybody, within some seconds.',
  forum: 'The forum',
  name: 'Name of the forum',
  nameHint: 'It stands on every page, in feeds and in mails. Up to {{max}} characters.',
  contact: 'Whom to ask about the forum itself',
  contactHint: 'An e-mail address or the address of a page, shown at the foot of every page.',
  languages: 'Languages of the pages',
  languagesHint: 'People may write in either language in any case.',
  languagesAll: 'English and Norwegian',
  newcomers: 'New members',
  holdNewcomers: 'Hold the first two posts of new members until a moderator has looked',
  holdNewcomersHint: 'Under the pen name or anonymously: counted by the forum as they write, and stored nowhere.',
  newcomerLinks: 'Links in a post of a new member, at most',
  newcomerLinksHint: 'A post with more awaits review. From 0 to {{max}}.',
  threads: 'Threads',
  closeAfterDays: 'Lock threads after so many days without a reply',
  closeAfterDaysHint:
    'From {{least}} to {{most, number}} days; left empty, never. A thread that has a number of its own keeps it.',
  save: 'Save the settings',
  saved: 'The settings have been saved.',
} as const;
