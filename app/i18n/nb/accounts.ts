import type { accounts as english } from '../en/accounts.ts';
import type { Translated } from '../catalogue.ts';

export const accounts: Translated<typeof english> = {};
