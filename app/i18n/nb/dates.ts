import type { dates as english } from '../en/dates.ts';
import type { Translated } from '../catalogue.ts';

export const dates: Translated<typeof english> = {
  about: '{{day}}, ca. kl. {{time}}',
  dayAndTime: '{{day}} kl. {{time}}',
};
