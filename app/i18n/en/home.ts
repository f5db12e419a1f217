export const home = {
  title: '$t(site.name): dilemmas in helping relationships, thought through together',
  heading: 'Some questions need both chairs',
  lead: 'Therapists, counsellors, social workers and the people they meet think dilemmas through here, side by side and anonymously. Nobody keeps score, and the forum itself cannot tell which account wrote an anonymous post.',
  more: 'How that works',
  waysIn: 'A way in',
  client: 'I am a client',
  clientText:
    'Read what others in your chair have asked, and what people on the other side answered. You can ask here what was hard to ask in the room.',
  clientLink: 'Threads where clients speak',
  practitioner: 'I am a practitioner',
  practitionerText:
    'Bring a case you cannot settle. Hear from colleagues, and from people who have sat opposite someone like you.',
  practitionerLink: 'Threads where practitioners speak',
  latest: 'Latest dilemmas',
  empty: 'Nothing has been written here yet. The first dilemma can be yours.',
  allThreads: 'All threads',
  newest: 'The newest',
  unanswered: 'Without a reply yet',
  topics: 'Topics',
  topicsOf: 'Topics in {{group}}',
  liveliest: 'Last written in:',
} as const;
