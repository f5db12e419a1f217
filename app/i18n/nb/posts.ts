import type { posts as english } from '../en/posts.ts';
import type { Translated } from '../catalogue.ts';

export const posts: Translated<typeof english> = {
  title: 'Innlegg {{number}} i «{{thread}}»',
  by: 'Innlegg {{number}} av {{name}}',
  startedThis: 'startet tråden',
  you: 'du',
  anonymous: 'Anonym, med et dekknavn for denne tråden',
  penName: 'Pseudonym',
  permalink: 'Fast lenke til innlegg {{number}}',
  answers: 'Svar til {{name}}, innlegg {{number}}',
  editedByAuthor: 'Redigert av skribenten',
  editedByModerator: 'Redigert av moderator',
  seeChanges: 'Se hva som er endret',
  masked_one: '{{count}} tegn fjernet',
  masked_other: '{{count}} tegn fjernet',
  actions: 'Det du kan gjøre med innlegg {{number}}',
  quote: 'Siter',
  edit: 'Rediger',
  history: 'Historikk',
  share: 'Fast lenke',
  showInThread: 'Vis i tråden',
  held: 'Innlegget venter på gjennomsyn. En moderator ser på det før andre kan lese det.',
  heldMine:
    'Innlegget ditt venter på gjennomsyn. Til en moderator har sett på det, er det bare du og moderatorene som ser det.',
  erased: 'Den som skrev dette innlegget, har trukket det tilbake.',
  hidden: 'Innlegget er fjernet av en moderator.',
  hiddenMine: 'En moderator har fjernet innlegget. Bare du og moderatorene kan fortsatt lese det.',
  reason: 'Begrunnelse: {{reason}}',
  noReason: 'Det er ikke gitt noen begrunnelse.',
  openingOf: 'Åpningsinnlegget i',
  replyIn: 'Innlegg {{number}} i',
};
