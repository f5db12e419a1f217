import type { moderation as english } from '../en/moderation.ts';
import type { Translated } from '../catalogue.ts';

export const moderation: Translated<typeof english> = {
  reason: 'Begrunnelse',
  reasonHint: 'Vises for leserne og lagres i loggen. Uten selve detaljen.',
  hide: 'Fjern innlegget',
  restore: 'Gjør innlegget synlig igjen',
  lock: 'Lås tråden',
  unlock: 'Lås opp tråden',
  hideNote: 'Leserne finner en melding med begrunnelsen din der innlegget sto. Skribenten kan fortsatt lese det.',
  restoreNote: 'Leserne ser det igjen.',
  lockNote: 'Ingen nye svar. Tråden kan fortsatt leses, og begrunnelsen din står øverst i den.',
  unlockNote: 'Åpen for svar igjen.',
  reasonRunItsCourse: 'Diskusjonen har sagt sitt',
  bar: 'Steng ute den som skrev',
  unbar: 'Opphev utestengelsen',
  barNote:
    'Ingen skriving på en stund. Det gjelder i denne tråden med én gang og, innen et døgn, under alle navn personen bruker. Du får ikke vite hvilke det er.',
  unbarNote: 'Personen kan skrive igjen.',
  barLength: 'Hvor lenge?',
  barLengths: {
    '1': 'Ett døgn',
    '7': 'En uke',
    '30': 'En måned',
    '365': 'Et år',
    always: 'Til en moderator opphever det',
  },
  barredTitle: 'Du kan ikke skrive for tiden',
  barredUntil: 'Til',
  barredForGood: 'Til en moderator opphever det.',
  barredMeanwhile:
    'Du kan fortsatt lese, følge tråder, trekke innlegg tilbake, eksportere det du har skrevet, og slette kontoen.',
  barReasonHint: 'Vises for personen og lagres i loggen.',
};
