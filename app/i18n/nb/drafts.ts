import type { drafts as english } from '../en/drafts.ts';
import type { Translated } from '../catalogue.ts';

export const drafts: Translated<typeof english> = {
  title: 'Utkastene dine',
  note: 'Lagret slik at bare du kan lese dem, og bare mens du er innlogget. Ingen kan se at de er dine, eller hvilken tråd de hører til.',
  none: 'Du har ingen utkast.',
  save: 'Lagre som utkast',
  saved: 'Utkastet er lagret.',
  kept: 'Utkast lagret',
  unreachable: 'Ikke lagret: Forumet svarer ikke. Det prøves igjen av seg selv.',
  signedOut: 'Ikke lagret: Du er ikke lenger logget inn. Det du skrev, blir stående her.',
  tooMany: 'Ikke lagret: Du har så mange utkast som det er plass til. Kast ett av dem.',
  busy: 'Ikke lagret ennå: Forumet har for mye å gjøre. Det prøves igjen av seg selv.',
  tooLong: 'Ikke lagret: Dette er for langt til å tas vare på. Kort det ned, eller ta vare på det et annet sted.',
  savedAt: 'Lagret',
  newThread: 'En ny tråd',
  replyIn: 'Et svar i «{{title}}»',
  threadGone: 'Et svar i en tråd som ikke finnes lenger',
  untitled: 'Uten tittel ennå',
  goOn: 'Skriv videre',
  throwAway: 'Kast',
  thrownAway: 'Utkastet er kastet.',
  unfinished: 'Du har et utkast som ikke er ferdig:',
};
