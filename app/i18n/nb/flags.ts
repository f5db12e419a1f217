import type { flags as english } from '../en/flags.ts';
import type { Translated } from '../catalogue.ts';

export const flags: Translated<typeof english> = {
  title: 'Si fra til moderatorene',
  flag: 'Si fra',
  lead: 'Moderatorene ser på det. Ingen, heller ikke de, kan se hvem som har sagt fra om et innlegg.',
  reason: 'Hva gjelder det?',
  reasons: {
    identifying: 'Noen kan kjennes igjen',
    risk: 'Noen kan være i fare',
    disrespect: 'Det angriper eller nedverdiger noen',
    advertising: 'Det er reklame',
    offTopic: 'Det hører ikke hjemme her',
    other: 'Noe annet',
  },
  riskHint: 'Haster det, så ikke vent på oss: Se under akutt hjelp.',
  note: 'En beskjed til moderatorene',
  noteHint: 'Hva de bør se på. Utelat hvem du er.',
  send: 'Send',
  sent: 'Du har sagt fra om dette innlegget. Moderatorene ser på det.',
  wasSent: 'Du har sagt fra om dette innlegget.',
  withdraw: 'Trekk det tilbake',
  raised_one: '{{count}} har sagt fra om innlegget',
  raised_other: '{{count}} har sagt fra om innlegget',
  onVersion: 'Om versjon {{version}}',
};
