/** That a post helped a reader. */
export const endorsements = {
  action: 'This helped me',
  title: 'Say that this helped',
  lead: 'Readers see how many it helped, and from which chair. Nobody, whoever wrote it and the moderators included, can find out that it was you.',
  chair: 'Which chair do you speak from?',
  chairHint: 'Only the number of each is shown.',
  as: { client: 'A client’s', practitioner: 'A practitioner’s', other: 'Another, or I would rather not say' },
  say: 'It helped me',
  said: {
    client: 'You have said that this helped you, from a client’s chair.',
    practitioner: 'You have said that this helped you, from a practitioner’s chair.',
    other: 'You have said that this helped you.',
  },
  takeBack: 'Take that back',
  line: 'Helped {{whom}}',
  client_one: '{{count}} client',
  client_other: '{{count}} clients',
  practitioner_one: '{{count}} practitioner',
  practitioner_other: '{{count}} practitioners',
  other_one: '{{count}} other',
  other_other: '{{count}} others',
} as const;
