import type { moderation as english } from '../en/moderation.ts';
import type { Translated } from '../catalogue.ts';

export const moderation: Translated<typeof english> = {
  moderate: 'Moderer',
  reason: 'Begrunnelse',
  reasonHint: 'Vises for leserne og lagres i loggen. Uten selve detaljen.',
  hide: 'Fjern innlegget',
  restore: 'Gjør innlegget synlig igjen',
  lock: 'Lås tråden',
  unlock: 'Lås opp tråden',
};
