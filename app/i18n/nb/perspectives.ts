import type { perspectives as english } from '../en/perspectives.ts';
import type { Translated } from '../catalogue.ts';

export const perspectives: Translated<typeof english> = {
  clients: 'Klienter',
  practitioners: 'Fagpersoner',
  others: 'Andre',
};
