import { createHmac, createHash } from 'node:crypto';
import { Evidence, SparseCells } from '../figures/evidence.ts';
import { rowsOf, text, type Loot } from '../loot/loot.ts';
import { grouped } from '../grouped.ts';
import { distancesTo, nearnessOf, sharedRanks, type Mark } from './nearness.ts';
import { attributionQuestion } from './public-evidence.ts';
import type { PublicView } from './public-view.ts';
import { scalesIn, type Point } from './scales.ts';
import type { Placed, SeizedView, Surroundings } from './surroundings.ts';

/** What everybody sees of who wrote where: told by the pages already. */
const PUBLIC_TIES = new Set(['posts', 'threads', 'thread_scopes', 'personas', 'search_documents', 'search_texts']);

/** All that the loot says beyond the pages of whose a persona is: ties, equal values, nearness in any order, counts, digests. */
export function attributionFromLoot({ loot, view, around }: SeizedView): Evidence {
  const evidence = new Evidence(attributionQuestion(view));
  const cells = new SparseCells(evidence.question);
  tie(cells, around);
  shareValues(cells, loot, view, around);
  digest(cells, loot, view);
  evidence.addSparse(cells);
  nearness(evidence, loot, around);
  counts(evidence, loot, view, around);
  return evidence;
}

/** Rows that name an account, or hold something only it has, and hold something of the persona, or of its thread. */
function tie(cells: SparseCells, { accounts, personas }: Surroundings): void {
  const accountsOf = new Map<object, number[]>();
  accounts.forEach(({ named, around }, a) => {
    for (const { row } of [...named, ...around]) accountsOf.set(row, [...(accountsOf.get(row) ?? []), a]);
  });
  const namedBy = new Map<object, number[]>();
  accounts.forEach(({ named }, a) => {
    for (const { row } of named) namedBy.set(row, [...(namedBy.get(row) ?? []), a]);
  });
  personas.forEach(({ around, threadRows }, i) => {
    for (const { table, row } of around) {
      for (const a of accountsOf.get(row) ?? []) cells.add(`tied by ${table}`, i, a, 1);
    }
    for (const { table, row } of threadRows) {
      if (PUBLIC_TIES.has(table)) continue;
      for (const a of namedBy.get(row) ?? []) cells.add(`in the thread by ${table}`, i, a, 1);
    }
  });
}

/** Values that a row naming the account has in common with one around the persona, the rarer the more. */
function shareValues(cells: SparseCells, loot: Loot, view: PublicView, { accounts, personas }: Surroundings): void {
  const owners = new Map<string, Map<string, Set<number>>>();
  accounts.forEach(({ named }, a) => {
    for (const { table, column, value, kind } of valuesIn(loot, named)) {
      if (table === 'posts' || table === 'revisions') continue;
      const name = `${kind}/${table}.${column}`;
      const values = owners.get(name) ?? new Map<string, Set<number>>();
      owners.set(name, values);
      values.set(value, (values.get(value) ?? new Set()).add(a));
    }
  });
  personas.forEach(({ around }, i) => {
    const seen = new Set<string>();
    for (const { table, column, value, kind } of valuesIn(loot, around)) {
      for (const [name, values] of owners) {
        const holders = values.get(value);
        const isComparable = name.startsWith(`${kind}/`) && (kind !== 'number' || name.endsWith(`.${column}`));
        const once = `${name}=${table}.${column}=${value}`;
        if (!holders || !isComparable || holders.size > accounts.length * 0.9 || seen.has(once)) continue;
        seen.add(once);
        for (const a of holders) {
          cells.add(`${name}=${table}.${column}`, i, a, Math.log(view.accounts.length / holders.size));
        }
      }
    }
  });
}

type FoundValue = { table: string; column: string; value: string; kind: string };

function valuesIn(loot: Loot, rows: readonly Placed[]): FoundValue[] {
  return rows.flatMap(({ table, row }) =>
    Object.entries(row).flatMap(([column, value]) => {
      if (value === null || value.length > 200) return [];
      return [{ table, column, value, kind: loot.tables.get(table)?.kinds[column] ?? 'text' }];
    }),
  );
}

/** How near the account's rows come to the persona's, in every order that both have a place in. */
function nearness(evidence: Evidence, loot: Loot, { accounts, personas }: Surroundings): void {
  const pointsOf = scalesIn(loot);
  const marks = new Map<string, { scale: string; marks: Mark[] }>();
  accounts.forEach(({ named, around }, owner) => {
    for (const { scale, table, column, at } of [...named, ...around].flatMap(pointsOf)) {
      const name = `${scale} near ${table}.${column}`;
      const known = marks.get(name) ?? { scale, marks: [] };
      marks.set(name, known);
      known.marks.push({ at, owner });
    }
  });
  const places = personas.map(({ around }) => placesByScale(around.flatMap(pointsOf)));
  const owners = accounts.length;
  for (const [name, given] of marks) {
    if (!places.some((scales) => scales.has(given.scale))) continue;
    const ranks = places.map((scales) => sharedRanks(distancesTo(scales.get(given.scale) ?? [], given.marks, owners)));
    evidence.add(name, (i, a) => nearnessOf(ranks[i]?.[a] ?? 0, owners));
    // Some acts follow each other at once (joining and a first post), though most do not.
    const isNearest = mutualNearest(
      places.map((scales) => scales.get(given.scale) ?? []),
      given.marks,
      owners,
    );
    evidence.add(`${name}, nearest`, (i, a) => (isNearest(i, a) ? 1 : 0));
  }
}

/** Whether no other account comes as near to the persona, and no other persona as near to the account. */
function mutualNearest(
  places: readonly (readonly number[])[],
  marks: readonly Mark[],
  owners: number,
): (persona: number, account: number) => boolean {
  const distances = places.map((there) => distancesTo(there, marks, owners));
  const ofPersona = distances.map((row) => Math.min(...row));
  const ofAccount = Array.from({ length: owners }, (_, a) => Math.min(...distances.map((row) => row[a] ?? Infinity)));
  return (i, a) => {
    const distance = distances[i]?.[a] ?? Infinity;
    return distance < Infinity && distance === ofPersona[i] && distance === ofAccount[a];
  };
}

function placesByScale(points: readonly Point[]): Map<string, number[]> {
  const byScale = grouped(points, ({ scale }) => scale);
  return new Map([...byScale].map(([scale, there]) => [scale, [...new Set(there.map(({ at }) => at))]]));
}

/** How much there is of an account: rows that name it, numbers it carries, and what these leave beside its pen posts. */
function counts(evidence: Evidence, loot: Loot, view: PublicView, { accounts }: Surroundings): void {
  const tables = new Set(accounts.flatMap(({ named }) => named.map(({ table }) => table)));
  for (const table of tables) {
    const rows = accounts.map(({ named }) => named.filter((placed) => placed.table === table).length);
    evidence.add(`rows in ${table}`, (_, a) => Math.log1p(rows[a] ?? 0));
  }
  const rowOf = new Map(rowsOf(loot, 'accounts').map((row) => [text(row, 'id'), row]));
  for (const [column, kind] of Object.entries(loot.tables.get('accounts')?.kinds ?? {})) {
    if (kind !== 'number') continue;
    const numbers = view.accounts.map(({ id }) => Number(rowOf.get(id)?.[column] ?? 0));
    const left = numbers.map((number, a) => number - (view.accounts[a]?.posts.length ?? 0));
    evidence.add(`number ${column}`, (_, a) => Math.log1p(Math.max(0, numbers[a] ?? 0)));
    evidence.add(`${column} beside pen posts`, (_, a) => Math.log1p(Math.max(0, left[a] ?? 0)));
    evidence.add(`no ${column} beside pen posts`, (_, a) => ((left[a] ?? 0) > 0 ? 0 : 1));
  }
}

/** Ledger numbers that are tried. */
const MOST_NUMBERS = 64;

/** Tries whether a persona's tags are made of what names an account, with the key or without: the ways one might think of. */
function digest(cells: SparseCells, loot: Loot, view: PublicView): void {
  const wanted = new Map<string, number>();
  const subjects = new Set(Array.from({ length: MOST_NUMBERS }, (_, number) => String(number)));
  const rowOf = new Map(rowsOf(loot, 'personas').map((row) => [text(row, 'id'), row]));
  view.personas.forEach(({ id }, i) => {
    const row = rowOf.get(id);
    subjects.add(row?.['scope_id'] ?? '');
    for (const value of Object.values(row ?? {})) {
      if (value !== null && /^[0-9a-f]{32,}$/.test(value)) wanted.set(value, i);
    }
  });
  view.accounts.forEach(({ id, penName }, a) => {
    for (const name of [id, penName]) {
      for (const tried of [...subjects].flatMap((subject) => triesOf(name, subject, loot.sealKey))) {
        const found = wanted.get(tried);
        if (found !== undefined) cells.add('digest', found, a, 1);
      }
    }
  });
}

function triesOf(name: string, subject: string, key: Buffer | null): string[] {
  const joined = `${name}${subject}`;
  if (!key) return [createHash('sha256').update(joined).digest('hex')];
  const kind = createHmac('sha256', name).update(`persona/v1${subject}`).digest();
  return [
    createHmac('sha256', key).update(joined).digest('hex'),
    createHmac('sha256', key).update(`${name}:${subject}`).digest('hex'),
    createHmac('sha256', key).update(`persona/v1${name}${subject}`).digest('hex'),
    createHmac('sha256', key).update(kind).digest('hex'),
  ];
}
