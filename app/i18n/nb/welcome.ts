import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../catalogue.ts';

export const welcome: Translated<typeof english> = {
  adminTitle: 'Sett opp forumet',
  adminLead: 'Fire ting som bare en administrator kan gjøre. Alt kan endres senere.',
  adminNotice: 'Dette forumet er nytt.',
  name: 'Navn, kontakt og språk',
  nameNow: 'Det heter {{name}}.',
  contactMissing: 'Det står ikke noe sted hvem man kan spørre om det.',
  contactThere: 'Nederst på hver side står det hvem man kan spørre om det.',
  nameLink: 'Endre innstillingene',
  factor: 'Totrinnsinnlogging for deg',
  factorOn: 'Den er på. Den som bare har passordet ditt, slipper ikke inn.',
  factorOff: 'Den er av. Kontoen din kan mer enn alle andre: Beskytt den med mer enn et passord.',
  factorLink: 'Totrinnsinnlogging',
  topics: 'Temaer å begynne med',
  topicsNote:
    'Utelat det forumet ikke trenger. Det kan hentes fram igjen når som helst, og enkelte temaer kan tas ut av bruk.',
  groupTopics_one: '({{inUse}} av {{count}} tema)',
  groupTopics_other: '({{inUse}} av {{count}} temaer)',
  groupOut: 'Utelat',
  groupBack: 'Hent fram igjen',
  topicsLink: 'Gå gjennom temaene',
  demo: 'Eksempeltråder',
  demoNow_zero: 'Det er ingen.',
  demoNow_one: 'Det er {{count}}.',
  demoNow_other: 'Det er {{count}}.',
  demoNote: 'De fjernes for godt og kommer ikke tilbake. En tråd som et medlem har svart i, blir stående.',
  demoRemove: 'Fjern dem for godt',
  done: 'Ferdig for nå',
  rulesTitle: 'Kjørereglene i fire setninger',
  penNameTitle: 'Pseudonymet ditt',
  penNameAdvice:
    'Velg et navn du ikke bruker noe annet sted, og som ingen som kjenner deg, ville gjette. Du kan endre det under Innstillinger, og du kan når som helst skrive anonymt.',
  download: 'Lagre som tekstfil',
};
