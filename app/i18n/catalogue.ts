import type { en } from './en.ts';

/** The shape of a translation: the keys of the English words, any words in their place. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Translated<English[Key]>;
};

/** All words of the interface in one language. English leads: a key exists when it stands in `en/`. */
export type Catalogue = Translated<typeof en>;
