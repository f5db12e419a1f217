/** Telling the moderators about a post. */
export const flags = {
  title: 'Tell the moderators',
  flag: 'Flag',
  lead: 'The moderators look at it. Nobody, they included, can see who flagged a post.',
  reason: 'What is it about?',
  reasons: {
    identifying: 'Somebody could be recognised',
    risk: 'Somebody may be in danger',
    disrespect: 'It attacks or demeans somebody',
    advertising: 'It advertises',
    offTopic: 'It does not belong here',
    other: 'Something else',
  },
  riskHint: 'If it is urgent, do not wait for us: look under urgent help.',
  note: 'A note to the moderators',
  noteHint: 'What they should look at. Leave out who you are.',
  send: 'Send',
  sent: 'You have flagged this post. The moderators will look at it.',
  withdraw: 'Take the flag back',
  raised_one: '{{count}} flag on this post',
  raised_other: '{{count}} flags on this post',
  onVersion: 'On version {{version}}',
} as const;
