/** Whom one can turn to at once. */
export const help = {
  title: 'Help now',
  lead: 'This forum can’t help in an emergency. These people can.',
  country: 'Where are you?',
  elsewhere: 'Another country',
  show: 'Show numbers',
  danger: 'When a life is in danger',
  dangerIn: 'When a life is in danger ({{country}})',
  dangerElsewhere:
    'Call the emergency number of the country you are in. In every country of the European Union that is 112.',
  talkIn: 'Somebody to talk to ({{country}})',
  for: {
    anybody: 'for anybody',
    young: 'for children and young people',
    violence: 'for anybody who lives with violence or abuse',
    health: 'for medical advice',
  },
  call: 'Call',
  callOrText: 'Call or text',
  text: 'Text',
  textWord: 'Text {{word}} to',
  worldwide: '{{site}} lists services in many more countries: phone, chat and text, most of them free and anonymous.',
} as const;
