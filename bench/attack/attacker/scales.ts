import type { Loot, Row } from '../loot/loot.ts';
import type { Placed } from './surroundings.ts';

/** Where a row stands on one scale. */
export type Point = { scale: string; table: string; column: string; at: number };

/**
 * The orders that a row has a place in: each of its times, each of its numbers (by the column's name, for two tables may count on
 * one sequence), and its id among all ids. Random ids give a place that says nothing; the attacker has to find that out.
 */
export function scalesIn(loot: Loot): (placed: Placed) => Point[] {
  const places = placesOfIds(loot);
  return ({ table, row }) => {
    const kinds = loot.tables.get(table)?.kinds ?? {};
    const points: Point[] = [];
    for (const [column, value] of Object.entries(row)) {
      if (value === null) continue;
      if (kinds[column] === 'time') points.push({ scale: 'time', table, column, at: Date.parse(value) });
      if (kinds[column] === 'number') points.push({ scale: column, table, column, at: Number(value) });
    }
    const id = idOf(row);
    if (id !== undefined) points.push({ ...placeOf(id.value, places), table, column: id.column });
    return points;
  };
}

/** The first column is the key, here as in every dump. */
function idOf(row: Row): { column: string; value: string } | undefined {
  const [column] = Object.keys(row);
  const value = column === undefined ? undefined : row[column];
  return column === undefined || value === null || value === undefined ? undefined : { column, value };
}

/** Ids that are numbers may come from one counter: they lie as far apart as they were given. All others have their alphabet. */
function placeOf(id: string, places: ReadonlyMap<string, number>): { scale: string; at: number } {
  return /^\d+$/.test(id) ? { scale: 'counter', at: Number(id) } : { scale: 'id', at: places.get(id) ?? 0 };
}

function placesOfIds(loot: Loot): Map<string, number> {
  const ids = new Set<string>();
  for (const { rows } of loot.tables.values()) {
    for (const row of rows) ids.add(idOf(row)?.value ?? '');
  }
  return new Map([...ids].sort().map((id, index) => [id, index]));
}
