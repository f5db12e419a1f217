import type { flags as english } from '../en/flags.ts';
import type { Translated } from '../catalogue.ts';

export const flags: Translated<typeof english> = {
  title: 'Rapporter innlegget',
  flag: 'Rapporter',
  lead: 'Moderatorene ser på det. Ingen, heller ikke de, kan se hvem som har rapportert et innlegg.',
  reason: 'Hva gjelder det?',
  reasons: {
    identifying: 'Noen kan kjennes igjen',
    risk: 'Jeg er bekymret for denne personen',
    disrespect: 'Det angriper eller nedverdiger noen',
    advertising: 'Det er reklame',
    offTopic: 'Det hører ikke hjemme her',
    other: 'Noe annet',
  },
  riskHint: 'Haster det, så ikke vent på oss: Se under akutt hjelp.',
  note: 'En beskjed til moderatorene',
  noteHint: 'Hva de bør se på. Utelat hvem du er.',
  send: 'Send',
  sent: 'Du har rapportert dette innlegget. Moderatorene ser på det.',
  wasSent: 'Du har rapportert dette innlegget.',
  withdraw: 'Trekk rapporten tilbake',
  raised_one: '{{count}} rapport om innlegget',
  raised_other: '{{count}} rapporter om innlegget',
  onVersion: 'Om versjon {{version}}',
};
