import type { me as english } from '../en/me.ts';
import type { Translated } from '../catalogue.ts';

export const me: Translated<typeof english> = {};
