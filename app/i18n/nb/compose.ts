import type { compose as english } from '../en/compose.ts';
import type { Translated } from '../catalogue.ts';

export const compose: Translated<typeof english> = {};
