import type { sanctions as english } from '../en/sanctions.ts';
import type { Translated } from '../catalogue.ts';

export const sanctions: Translated<typeof english> = {
  link: 'Om skribenten',
  title: 'Om skribenten: {{name}}',
  lead: 'Det du avgjør her, gjelder bare dette navnet. Hvem som står bak et dekknavn, får du ikke vite, og heller ikke hva personen skriver andre steder.',
  earlier: 'Tidligere avgjørelser om dette navnet',
  none: 'Ingen.',
  by: 'av {{name}}',
  byNobody: 'av noen som ikke har konto lenger',
  until: 'til',
  ended: 'Over',
  holds: 'Gjelder nå',
  lifted: 'Opphevet',
  forGood: 'til en moderator opphever det',
  decide: 'Hva skal skje',
  suggested: 'Ett trinn over det forrige er valgt for deg. Du kan velge noe annet.',
  kinds: {
    note: 'Notat blant moderatorene',
    warning: 'Advarsel',
    review: 'Gjennomsyn',
    bar: 'Pause',
  },
  kindNotes: {
    note: 'Skribenten får ikke vite om det.',
    warning: 'Skribenten får vite om det og kan skrive videre.',
    review: 'Det personen skriver under dette navnet, venter på gjennomsyn før leserne ser det.',
    bar: 'Ingen skriving på en stund: i denne tråden med én gang og, innen et døgn, under alle navn personen bruker. Du får ikke vite hvilke det er.',
  },
  length: 'Hvor lenge? (gjennomsyn og pause)',
  lengths: {
    '1': 'Ett døgn',
    '7': 'En uke',
    '30': 'En måned',
    '365': 'Et år',
    always: 'Til en moderator opphever det',
  },
  reasonHint: 'Vises for personen (et notat: bare for moderatorer) og lagres i loggen.',
  give: 'Avgjør',
  lift: {
    review: 'Avslutt gjennomsynet',
    bar: 'Avslutt pausen',
  },
  liftNote: 'Det slutter å gjelde med én gang. Avgjørelsen blir stående på listen.',
  barredTitle: 'Du er satt på pause og kan ikke skrive for tiden',
  barredUntil: 'Til',
  barredForGood: 'Til en moderator opphever det.',
  barredMeanwhile:
    'Du kan fortsatt lese, følge tråder, trekke innlegg tilbake, eksportere det du har skrevet, og slette kontoen.',
  reviewTitle: 'Det du skriver her, venter på gjennomsyn',
  reviewNote: 'En moderator leser det først. Du finner det på plassen sin, synlig bare for deg så lenge.',
  secondLook: 'Be om ny vurdering',
};
