import type { following as english } from '../en/following.ts';
import type { Translated } from '../catalogue.ts';

export const following: Translated<typeof english> = {
  follow: 'Følg tråden',
  unfollow: 'Slutt å følge',
  followNote: 'Det som er nytt her, vises da i innboksen din. Ingen andre kan se hva du følger.',
  inbox: 'Innboks',
  inboxNote:
    'Det som er nytt der du har skrevet, under hvilket navn det enn var, og i tråder du følger. Regnes ut idet du ser etter: Ingenting som er lagret, sier at noe av dette angår deg.',
  empty: 'Ikke noe nytt. Svar på det du har skrevet, og i tråder du følger, dukker opp her.',
  new_one: '{{count}} nytt innlegg',
  new_other: '{{count}} nye innlegg',
  newHere_one: '{{count}} ny',
  newHere_other: '{{count}} nye',
  firstNew: 'Gå til første nye',
  readMarkNote: 'Husker hvor langt du har lest. Ingen andre kan se det.',
  becausePersona: 'Du er {{alias}} her',
  becausePen: 'Du skrev her under pseudonymet ditt',
  becauseFollowed: 'Du følger denne tråden',
  markRead: 'Merk som lest',
  markAllRead: 'Merk alt som lest',
};
