import type { topics as english } from '../en/topics.ts';
import type { Translated } from '../catalogue.ts';

export const topics: Translated<typeof english> = {
  threads_one: '{{count}} tråd',
  threads_other: '{{count}} tråder',
  perspectiveFilter: 'Hvem som spør',
  everyone: 'Alle',
  sort: 'Rekkefølge',
  latest: 'Siste svar',
  new: 'Nyeste tråd',
  unanswered: 'Ingen svar ennå',
  empty: 'Ingen tråder her ennå.',
  emptyHint: 'Hører spørsmålet ditt hjemme her, så legg det fram. Noen kommer til å finne det.',
  emptyFiltered: 'Ingen tråder her passer med det du har valgt.',
  showAll: 'Vis alle trådene i temaet',
  older: 'Eldre tråder',
  newest: 'Tilbake til første side',
  othersInGroup: 'Også i {{group}}',
  pages: 'Sider med tråder',
  list: 'Tråder',
  retired: 'Dette temaet er ikke i bruk lenger. Trådene blir stående; nye hører hjemme under et annet tema.',
};
