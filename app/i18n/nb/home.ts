import type { home as english } from '../en/home.ts';
import type { Translated } from '../catalogue.ts';

export const home: Translated<typeof english> = {
  title: '$t(site.name): dilemmaer i hjelperelasjoner, tenkt gjennom sammen',
  heading: 'Noen spørsmål trenger begge stolene',
  lead: 'Her tenker terapeuter, rådgivere, sosialarbeidere og menneskene de møter gjennom dilemmaer, side om side og anonymt. Ingen teller poeng, og heller ikke forumet kan se hvilken konto som har skrevet et anonymt innlegg.',
  more: 'Slik virker det',
  waysIn: 'En vei inn',
  client: 'Jeg er klient',
  clientText:
    'Les hva andre i din stol har spurt om, og hva folk på den andre siden har svart. Her kan du spørre om det som var vanskelig å ta opp i rommet.',
  clientLink: 'Tråder der klienter har ordet',
  practitioner: 'Jeg er fagperson',
  practitionerText:
    'Legg fram et kasus du ikke blir ferdig med. Hør fra kolleger, og fra folk som har sittet overfor noen som deg.',
  practitionerLink: 'Tråder der fagpersoner har ordet',
  latest: 'Siste dilemmaer',
  empty: 'Her er det ikke skrevet noe ennå. Det første dilemmaet kan være ditt.',
  allThreads: 'Alle tråder',
  newest: 'De nyeste',
  unanswered: 'Uten svar ennå',
  topics: 'Temaer',
  topicsOf: 'Temaer i {{group}}',
  liveliest: 'Sist skrevet i:',
};
