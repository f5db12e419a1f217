import { Evidence, SparseCells } from '../figures/evidence.ts';
import { grouped } from '../grouped.ts';
import type { Loot } from '../loot/loot.ts';
import { distancesTo, nearnessOf, sharedRanks } from './nearness.ts';
import { joiningQuestion } from './public-evidence.ts';
import type { PublicView } from './public-view.ts';
import { scalesIn } from './scales.ts';
import { isKey, type Placed, type SeizedView, type Surroundings } from './surroundings.ts';

/** Columns that say the same of everybody, or what every page says. */
const PUBLIC = /^(posts|revisions|threads|thread_scopes|search_\w+)\.(?!.*(key|tag|seal|owner|account|member|seq))/;

/** What the loot says of two personas being one person's: values in common, numbers that follow each other, nearness of rows. */
export function joiningFromLoot(
  { loot, view, around }: SeizedView,
  sameAuthor: (i: number, j: number) => number,
): Evidence {
  const evidence = new Evidence(joiningQuestion(view));
  const cells = new SparseCells(evidence.question);
  shareValues(cells, loot, around);
  reachThreads(cells, around);
  evidence.addSparse(cells);
  compareNumbers(evidence, loot, around, view);
  nearness(evidence, loot, around);
  evidence.add('same author', (i, j) => Math.log(1e-6 + sameAuthor(i, j)));
  return evidence;
}

type Found = { column: string; value: string; isBytes: boolean };

/** Values that stand around both and around few others. */
function shareValues(cells: SparseCells, loot: Loot, { personas }: Surroundings): void {
  const found = personas.map(({ around }) => valuesOf(loot, around));
  const holders = grouped(
    found.flatMap((values, i) => values.map((value) => ({ ...value, i }))),
    ({ value }) => value,
  );
  for (const all of holders.values()) {
    const people = new Set(all.map(({ i }) => i));
    if (people.size < 2 || people.size > personas.length / 3) continue;
    const worth = Math.log(personas.length / people.size);
    const seen = new Set<string>();
    for (const one of all) {
      for (const other of all) {
        const name = `${one.column}=${other.column}`;
        const isComparable = one.column === other.column || (one.isBytes && other.isBytes);
        const once = `${one.i}/${other.i}/${name}`;
        if (one.i === other.i || !isComparable || seen.has(once)) continue;
        seen.add(once);
        cells.add(name, one.i, other.i, worth);
      }
    }
  }
}

function valuesOf(loot: Loot, rows: readonly Placed[]): Found[] {
  const found = new Map<string, Found>();
  for (const { table, row } of rows) {
    for (const [column, value] of Object.entries(row)) {
      const name = `${table}.${column}`;
      if (value === null || value.length > 200 || PUBLIC.test(name)) continue;
      if (loot.tables.get(table)?.kinds[column] === 'number') continue;
      found.set(`${name}=${value}`, { column: name, value, isBytes: isKey(value) });
    }
  }
  return [...found.values()];
}

/** Rows around one persona that stand in the thread of the other. */
function reachThreads(cells: SparseCells, { personas }: Surroundings): void {
  const inThreadOf = new Map<object, number[]>();
  personas.forEach(({ threadRows, around }, j) => {
    for (const { row } of new Set([...threadRows, ...around])) inThreadOf.set(row, [...(inThreadOf.get(row) ?? []), j]);
  });
  personas.forEach(({ around }, i) => {
    for (const { table, row } of around) {
      for (const j of inThreadOf.get(row) ?? []) {
        if (i === j) continue;
        cells.add(`${table} reaches`, i, j, 1);
        cells.add(`${table} is reached`, j, i, 1);
      }
    }
  });
}

/** Numbers that personas carry: whether they are equal, follow each other, and grow with time. */
function compareNumbers(evidence: Evidence, loot: Loot, { personas }: Surroundings, view: PublicView): void {
  const numbers = personas.map(({ around }) => numbersOf(loot, around));
  const began = view.personas.map(({ posts }) => posts[0]?.at ?? 0);
  for (const name of new Set(numbers.flatMap((found) => [...found.keys()]))) {
    const of = numbers.map((found) => found.get(name));
    const difference = (i: number, j: number): number => (of[j] ?? NaN) - (of[i] ?? NaN);
    evidence.add(`${name} equal`, (i, j) => (difference(i, j) === 0 ? 1 : 0));
    evidence.add(`${name} next`, (i, j) =>
      followsInTime(difference(i, j), (began[j] ?? 0) - (began[i] ?? 0)) ? 1 : 0,
    );
    evidence.add(`${name} against time`, (i, j) =>
      difference(i, j) * ((began[j] ?? 0) - (began[i] ?? 0)) < 0 ? 1 : 0,
    );
    evidence.add(`${name} apart`, (i, j) => -Math.log1p(Math.abs(difference(i, j)) || 0));
  }
}

const followsInTime = (difference: number, time: number): boolean =>
  Math.abs(difference) === 1 && difference * time >= 0;

/** Of the persona's own rows, the least of each numeric column that pages do not show. */
function numbersOf(loot: Loot, rows: readonly Placed[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { table, row } of rows) {
    for (const [column, value] of Object.entries(row)) {
      const name = `${table}.${column}`;
      if (value === null || PUBLIC.test(name) || loot.tables.get(table)?.kinds[column] !== 'number') continue;
      found.set(name, Math.min(found.get(name) ?? Infinity, Number(value)));
    }
  }
  return found;
}

/** How near the rows of both come to each other, in every order. */
function nearness(evidence: Evidence, loot: Loot, { personas }: Surroundings): void {
  const pointsOf = scalesIn(loot);
  const points = personas.map(({ around }) =>
    around.flatMap(pointsOf).filter(({ table, column }) => !isToTheHour(table, column)),
  );
  const names = new Set(
    points.flatMap((there) => there.map(({ scale, table, column }) => `${scale} of ${table}.${column}`)),
  );
  const count = personas.length;
  for (const name of names) {
    const places = points.map((there) =>
      there.filter(({ scale, table, column }) => `${scale} of ${table}.${column}` === name).map(({ at }) => at),
    );
    const marks = places.flatMap((own, owner) => own.map((at) => ({ at, owner })));
    const ranks = places.map((own) => sharedRanks(distancesTo(own, marks, count)));
    evidence.add(name, (i, j) => nearnessOf(ranks[i]?.[j] ?? 0, count));
  }
}

/** Derived from what pages show: numbers of posts, versions, counts, days. */
function isToTheHour(table: string, column: string): boolean {
  return column !== 'id' && PUBLIC.test(`${table}.${column}`) && !column.endsWith('_at');
}
