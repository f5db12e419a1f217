import type { wordRules as english } from '../en/wordRules.ts';
import type { Translated } from '../catalogue.ts';

export const wordRules: Translated<typeof english> = {
  title: 'Ordregler',
  link: 'Ordregler',
  lead: 'Ord som holder et innlegg tilbake, får skribenten til å tenke seg om, eller blir skjult. Bare moderatorer ser dem.',
  readOnly: 'Administratorer endrer reglene.',
  syntax:
    'Ett eller flere ord. * står for hvilke som helst bokstaver, eller ingen: kvakk* er kvakk, kvakke og kvakksalver. Store bokstaver og aksenter spiller ingen rolle, men å, ä, ö, æ og ø er egne bokstaver.',
  pattern: 'Ett eller flere ord',
  effect: 'Hva som skjer',
  note: 'Hva den er til',
  effects: {
    hold: 'Innlegget holdes tilbake',
    warn: 'Skribenten blir bedt om å tenke seg om',
    mask: 'Bokstavene byttes ut med prikker',
  },
  add: 'Legg til en regel',
  addIt: 'Legg til regelen',
  rules: 'Regler',
  none: 'Det er ingen regler ennå.',
  change: 'Endre',
  changeOf: 'Hva som skjer med {{pattern}}',
  remove: 'Fjern',
  removeOf: 'Fjern {{pattern}}',
  done: 'Reglene er endret.',
  test: 'Prøv en tekst',
  testText: 'Tekst',
  testHint: 'Den prøves mot reglene og lagres ikke.',
  tryIt: 'Prøv den',
  testNothing: 'Ingen regel slår til på denne teksten.',
  testFound: '{{pattern}} slår til på: {{words}}',
  exportTitle: 'Eksport og import',
  export: 'Eksporter reglene (CSV)',
  import: 'Importer en liste',
  importHint:
    'Én regel per linje: ord, så hold, warn eller mask, så hva den er til, med komma mellom. Regler som finnes fra før, blir slik listen sier; andre blir stående.',
  importIt: 'Importer listen',
  lineFault: 'Linje {{line}}:',
  nothingImported: 'Ingenting er importert. Rett opp disse linjene og prøv igjen.',
};
