import type { editing as english } from '../en/editing.ts';
import type { Translated } from '../catalogue.ts';

export const editing: Translated<typeof english> = {};
