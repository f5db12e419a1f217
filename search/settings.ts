import type { SearchSettings, SynonymGroup } from './engine.ts';
import source from './synonyms.json' with { type: 'json' };

/** The settings that the forum ships with. */
export const SHIPPED_SETTINGS: SearchSettings = { synonyms: source.groups as readonly SynonymGroup[] };
