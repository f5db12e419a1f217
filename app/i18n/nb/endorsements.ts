import type { endorsements as english } from '../en/endorsements.ts';
import type { Translated } from '../catalogue.ts';

export const endorsements: Translated<typeof english> = {
  action: 'Dette hjalp meg',
  title: 'Si at dette hjalp',
  lead: 'Leserne ser hvor mange det hjalp, og fra hvilken stol. Ingen, heller ikke den som skrev det eller moderatorene, kan finne ut at det var deg.',
  chair: 'Hvilken stol snakker du fra?',
  chairHint: 'Bare antallet av hver vises.',
  as: { client: 'En klients', practitioner: 'En fagpersons', other: 'En annen, eller jeg vil helst ikke si det' },
  say: 'Det hjalp meg',
  said: {
    client: 'Du har sagt at dette hjalp deg, fra en klients stol.',
    practitioner: 'Du har sagt at dette hjalp deg, fra en fagpersons stol.',
    other: 'Du har sagt at dette hjalp deg.',
  },
  takeBack: 'Ta det tilbake',
  line: 'Hjalp {{whom}}',
  client_one: '{{count}} klient',
  client_other: '{{count}} klienter',
  practitioner_one: '{{count}} fagperson',
  practitioner_other: '{{count}} fagpersoner',
  other_one: '{{count}} annen',
  other_other: '{{count}} andre',
};
