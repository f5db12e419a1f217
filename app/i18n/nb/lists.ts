import type { lists as english } from '../en/lists.ts';
import type { Translated } from '../catalogue.ts';

export const lists: Translated<typeof english> = {
  title: 'Alle tråder',
  lead: 'Det som blir spurt om og svart på under alle temaene.',
  withoutMuted: 'Uten temaene du har dempet.',
  name: 'Lister',
  all: 'Alle tråder',
  followed: 'Det du følger',
  mine: 'Trådene dine',
  showAll: 'Vis alle trådene',
};
