import type { moderation as english } from '../en/moderation.ts';
import type { Translated } from '../catalogue.ts';

export const moderation: Translated<typeof english> = {
  reason: 'Begrunnelse',
  reasonHint: 'Vises for leserne og lagres i loggen. Uten selve detaljen.',
  hide: 'Fjern innlegget',
  restore: 'Gjør innlegget synlig igjen',
  lock: 'Lås tråden',
  unlock: 'Lås opp tråden',
  hideNote: 'Leserne finner begrunnelsen din der innlegget sto. Skribenten kan fortsatt lese det.',
  restoreNote: 'Leserne ser det igjen.',
  lockNote: 'Ingen nye svar. Tråden kan fortsatt leses, og begrunnelsen din står øverst i den.',
  unlockNote: 'Åpen for svar igjen.',
  reasonRunItsCourse: 'Diskusjonen har sagt sitt',
};
