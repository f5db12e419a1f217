import type { help as english } from '../en/help.ts';
import type { Translated } from '../catalogue.ts';

export const help: Translated<typeof english> = {
  title: 'Hjelp nå',
  lead: 'Dette forumet kan ikke hjelpe i akutte situasjoner. Disse kan.',
  country: 'Hvor er du?',
  elsewhere: 'Et annet land',
  show: 'Vis numre',
  danger: 'Når liv er i fare',
  dangerIn: 'Når liv er i fare ({{country}})',
  dangerElsewhere: 'Ring nødnummeret i landet du er i. I alle land i EU er det 112.',
  talkIn: 'Noen å snakke med ({{country}})',
  for: {
    anybody: 'for alle',
    young: 'for barn og unge',
    violence: 'for alle som lever med vold eller overgrep',
    health: 'for medisinske råd',
  },
  call: 'Ring',
  callOrText: 'Ring eller send melding til',
  text: 'Send melding til',
  textWord: 'Send {{word}} på melding til',
  worldwide:
    '{{site}} viser tjenester i mange flere land, på telefon, chat og melding. De fleste er gratis, og du kan være anonym.',
};
