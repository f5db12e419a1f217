import { LRUCache } from 'lru-cache';

/** A table that a statement names, and whether a trigger tells of its changes. */
export type NamedTable = { table: string; isTold: boolean };

export type StatementTables = {
  read: readonly NamedTable[];
  /** Whether it takes away or changes what a guest's page may show: adding to it does not count, nor does what comes along with that. */
  takesAway: boolean;
};

const NOTHING: StatementTables = { read: [], takesAway: false };
/** Where SQL names a table, with or without quotes and schema. (Ours has no lists of them: `FROM a, b` would hide the second.) */
const TABLES = /\b(?:from|join|into|update)\s+(?:only\s+)?(?:"?public"?\s*\.\s*)?"?([a-z_]+)"?/gi;
const CHANGED = /\b(?:update|delete\s+from)\s+(?:only\s+)?(?:"?public"?\s*\.\s*)?"?([a-z_]+)"?/gi;
/** What staff do is written down in the transaction that does it. */
const INSERTED_ACT = /\binsert\s+into\s+(?:"?public"?\s*\.\s*)?"?moderation_actions"?/i;

let known: ReadonlyMap<string, NamedTable> = new Map();
/** The program has a few hundred statements; those with lists of values of any length are worked out again. */
const remembered = new LRUCache<string, StatementTables>({ max: 1_000, maxSize: 4_000_000, sizeCalculation: sizeOf });

/** Says which tables there are and of which the triggers `tell_pages` tell. Until then no statement names any. */
export function useTables(all: readonly NamedTable[]): void {
  known = new Map(all.map((table) => [table.table, table]));
  remembered.clear();
}

/** What a statement reads and changes, by its text. */
export function tablesOf(sql: string): StatementTables {
  if (known.size === 0) return NOTHING;
  const before = remembered.get(sql);
  if (before) return before;
  const found = { read: namedBy(TABLES, sql), takesAway: takesAway(sql) };
  remembered.set(sql, found);
  return found;
}

function takesAway(sql: string): boolean {
  if (INSERTED_ACT.test(sql)) return true;
  // A reply moves its thread up.
  return namedBy(CHANGED, sql).some(({ table, isTold }) => isTold && table !== 'threads');
}

function namedBy(pattern: RegExp, sql: string): NamedTable[] {
  const names = new Set([...sql.matchAll(pattern)].map((match) => (match[1] ?? '').toLowerCase()));
  return [...names].flatMap((name) => known.get(name) ?? []);
}

function sizeOf(_tables: StatementTables, sql: string): number {
  return sql.length + 100;
}
