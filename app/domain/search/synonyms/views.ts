import type { SynonymLanguage } from '#search/engine.ts';

/** `terms` find each other; in a group that leads one way, they find what stands in `to`. */
export type SynonymGroupView = {
  id: string;
  lang: SynonymLanguage;
  direction: 'two-way' | 'one-way';
  terms: readonly string[];
  to: readonly string[];
  caseSensitive: readonly string[];
  note: string | null;
};

/** Where a group comes from: as it was shipped, changed or left out here, or added here. */
export type SynonymOrigin = 'shipped' | 'changed' | 'removed' | 'added';

/** A group of the workbench: as it is in force or, where it was left out, as it was shipped. */
export type SynonymEntry = { group: SynonymGroupView; origin: SynonymOrigin };
