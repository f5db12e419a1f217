import type { members as english } from '../en/members.ts';
import type { Translated } from '../catalogue.ts';

export const members: Translated<typeof english> = {
  lead: 'Det som er skrevet under pseudonymet {{name}}. Anonyme innlegg vises aldri her, og telles heller ikke.',
  none: 'Det er ikke skrevet noe under dette pseudonymet ennå.',
  older: 'Eldre innlegg',
  newest: 'Tilbake til første side',
  inThread: 'I',
};
