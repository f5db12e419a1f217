import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData, tableNames } from './read-loot.ts';
import { tableOf, withTables, type Loot } from './loot.ts';

/** A row as a copy of the disk shows it: the transaction that last wrote it. */
type Change = { table: string; id: string; xmin: number };

/** What the copies of the data directory showed, each change once. */
export type Snapshots = { changes: Map<string, Change> };

export const noSnapshots = (): Snapshots => ({ changes: new Map() });

/** Copies the data directory of a forum that nobody is asking anything, as a nightly backup of the disk would, and reads the copy. */
export async function takeSnapshot({ changes }: Snapshots, dataDir: string): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'attack-disk-'));
  try {
    await cp(join(dataDir, 'db'), join(copy, 'db'), { recursive: true });
    const database = await openData(copy);
    for (const table of await tableNames(database)) {
      const { fields, rows } = await database.query<Record<string, unknown>>(
        `SELECT *, xmin::text AS row_xmin FROM "${table}"`,
      );
      const key = fields[0]?.name ?? 'id';
      for (const row of rows) {
        const change = { table, id: asText(row[key]), xmin: Number(row['row_xmin']) };
        changes.set(`${table}/${change.id}/${change.xmin}`, change);
      }
    }
    await database.close();
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function asText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

/** Transactions that lie so near to each other may well be one person's request. */
const NEAR = 2;
/** Rows that stand for somebody without naming them: a change of theirs beside another tells that these belong together. */
const NAMELESS = new Set(['vaults', 'sessions', 'drafts', 'flags']);

/** The loot with what the disk told besides: every change in its order, and nameless rows that changed beside others. */
export function withSnapshots(loot: Loot, { changes }: Snapshots): Loot {
  const inOrder = [...changes.values()].sort((a, b) => a.xmin - b.xmin);
  const companions = inOrder.flatMap((nameless, at) =>
    NAMELESS.has(nameless.table)
      ? neighboursOf(inOrder, at).map((other) => ({
          id: `${nameless.id}/${other.id}`,
          companion: nameless.id,
          row: other.id,
        }))
      : [],
  );
  return withTables(loot, [
    tableOf(
      'disk',
      inOrder.map(({ table, id, xmin }) => ({ id: `${table}/${id}/${xmin}`, row: id, xmin })),
    ),
    tableOf('companions', companions),
  ]);
}

function neighboursOf(inOrder: readonly Change[], at: number): Change[] {
  const here = inOrder[at];
  if (!here) return [];
  const near: Change[] = [];
  for (const step of [-1, 1]) {
    for (let other = inOrder[at + step], i = at + step; other; i += step, other = inOrder[i]) {
      if (Math.abs(other.xmin - here.xmin) > NEAR) break;
      if (!NAMELESS.has(other.table)) near.push(other);
    }
  }
  return near;
}
