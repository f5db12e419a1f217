import type { pages as english } from '../en/pages.ts';
import type { Translated } from '../catalogue.ts';

export const pages: Translated<typeof english> = {};
