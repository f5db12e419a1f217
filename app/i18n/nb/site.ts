import type { site as english } from '../en/site.ts';
import type { Translated } from '../catalogue.ts';

export const site: Translated<typeof english> = {
  name: '{{forum}}',
  description:
    'Terapeuter, rådgivere, sosialarbeidere og klientene deres tenker gjennom dilemmaer sammen, anonymt, fra begge stolene.',
  pageTitle: '{{title}} · $t(site.name)',
  skip: 'Gå til innholdet',
  mainMenu: 'Hovedmeny',
  home: 'Hjem',
  breadcrumb: 'Du er her',
  topics: 'Temaer',
  search: 'Søk',
  searchLabel: 'Søk i tidligere tråder',
  searchExample: 'Søk i tidligere tråder',
  signIn: 'Logg inn',
  signOut: 'Logg ut',
  account: 'Kontoen din: {{name}}',
  help: 'Hjelp nå',
  leave: 'Forlat',
  leaveHint: 'Forlater siden med en gang og går til et nøytralt nettsted',
  theme: 'Farger',
  themeLight: 'Lyse',
  themeDark: 'Mørke',
  themeSystem: 'Som på enheten min',
  toDark: 'Mørke farger',
  toLight: 'Lyse farger',
  textSize: 'Tekststørrelse',
  textSizes: { normal: 'Vanlig', large: 'Stor', larger: 'Større' },
  contact: 'Om selve forumet:',
  groundRules: 'Kjøreregler',
  privacy: 'Personvern',
  footer: 'Om forumet',
  notTreatment:
    'Her deler folk erfaringer og synspunkter. Det er ikke behandling eller juridisk råd, og reglene varierer mellom land.',
  times: 'Klokkeslett er rundet av til hele timer og gitt i norsk tid.',
  newThread: 'Legg fram et dilemma',
};
