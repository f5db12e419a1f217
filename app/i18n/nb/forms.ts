import type { forms as english } from '../en/forms.ts';
import type { Translated } from '../catalogue.ts';

export const forms: Translated<typeof english> = {
  summaryTitle: 'Noe må rettes',
  faultPrefix: 'Må rettes:',
  optional: '(valgfritt)',
  atMost: 'Høyst {{count, number}} tegn.',
  left_one: '{{count, number}} tegn igjen.',
  left_other: '{{count, number}} tegn igjen.',
  over_one: '{{count, number}} tegn for mye.',
  over_other: '{{count, number}} tegn for mye.',
  pending: 'Et øyeblikk …',
  close: 'Lukk',
  cancel: 'Gå tilbake uten å lagre',
};
