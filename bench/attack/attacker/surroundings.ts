import { createHash, createHmac } from 'node:crypto';
import { grouped } from '../grouped.ts';
import { rowsOf, text, type Loot, type Row } from '../loot/loot.ts';
import type { PublicView } from './public-view.ts';

/** A row and the table it stands in. */
export type Placed = { table: string; row: Row };

/**
 * The loot seen from each account, persona and thread: which rows name it, and which hold something that only it has. `named`:
 * the account itself stands in the row, in clear or as a digest that can be tried.
 */
export type Surroundings = {
  accounts: { named: Placed[]; around: Placed[] }[];
  personas: { around: Placed[]; threadRows: readonly Placed[] }[];
};

/** A loot as the attacker goes through it. */
export type SeizedView = { loot: Loot; view: PublicView; around: Surroundings };

/** Longer texts are read word by word, for a name may stand in them. */
const WHOLE = 80;

export function surroundingsIn(loot: Loot, view: PublicView): Surroundings {
  const places = valuePlaces(loot);
  const names = accountNames(loot, view);
  const threadKeys = keysOfThreads(loot);
  const common = new Set([...threadKeys.keys(), ...topicKeys(loot)]);
  const named = rowsNaming(loot, names, view.accounts.length);
  const ofAccount = named.map((rows, a) => rowsOfKeys(keysOf(rows, common, ownName(view, a)), places));
  const ownKeys = personaRows(loot, view).map((rows) => keysOf(rows, common));
  const byThread = grouped(threadKeys, ([, threadId]) => threadId);
  const ofThread = new Map(
    [...byThread].map(([threadId, keys]) => [threadId, rowsOfKeys(new Set(keys.map(([key]) => key)), places)]),
  );
  return {
    accounts: named.map((rows, a) => ({ named: rows, around: without(ofAccount[a] ?? [], rows) })),
    personas: view.personas.map(({ threadId }, i) => ({
      around: rowsOfKeys(ownKeys[i] ?? new Set(), places),
      threadRows: ofThread.get(threadId) ?? [],
    })),
  };
}

/** Where each value that may be a key stands. */
function valuePlaces(loot: Loot): Map<string, Placed[]> {
  const places = new Map<string, Placed[]>();
  for (const { name, rows } of loot.tables.values()) {
    for (const row of rows) {
      const placed = { table: name, row };
      for (const value of new Set(Object.values(row))) {
        if (value === null || !isKey(value)) continue;
        const known = places.get(value);
        if (known) known.push(placed);
        else places.set(value, [placed]);
      }
    }
  }
  return places;
}

/** Whether a value looks like an id, a tag, a key or a ciphertext, or like a number from a sequence with a word before it. */
export function isKey(value: string): boolean {
  return value.length >= 8 && /\d|[a-z2-7]{16}/.test(value) && /^[\w+/=-]+$/.test(value) && !/^\d{4}-\d\d/.test(value);
}

/** Everything that stands for an account: id, pen name, and digests of both that anybody, or the holder of the key, can make. */
function accountNames({ sealKey }: Loot, view: PublicView): Map<string, number> {
  const names = new Map<string, number>();
  view.accounts.forEach(({ id, penName }, a) => {
    for (const given of [id, penName, penName.toLowerCase()]) {
      names.set(given, a);
      for (const digest of digestsOf(given, sealKey)) names.set(digest, a);
    }
  });
  return names;
}

const KINDS = ['persona', 'ledger', 'flag', 'vault', 'draft', 'session', 'limit', 'account', 'seal'];

function digestsOf(given: string, sealKey: Buffer | null): string[] {
  const plain = ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(given).digest('hex'));
  if (!sealKey) return plain;
  const keyed = [given, ...KINDS.map((kind) => `${kind}/v1${given}`)].flatMap((subject) => {
    const once = createHmac('sha256', sealKey).update(subject).digest();
    return [once.toString('hex'), createHmac('sha256', sealKey).update(once).digest('hex')];
  });
  return [...plain, ...keyed];
}

function rowsNaming(loot: Loot, names: ReadonlyMap<string, number>, accounts: number): Placed[][] {
  const naming = Array.from({ length: accounts }, (): Placed[] => []);
  for (const { name: table, rows } of loot.tables.values()) {
    for (const row of rows) {
      const found = new Set(Object.values(row).flatMap((value) => (value === null ? [] : namesIn(value, names))));
      for (const account of found) naming[account]?.push({ table, row });
    }
  }
  return naming;
}

function namesIn(value: string, names: ReadonlyMap<string, number>): number[] {
  const whole = names.get(value);
  if (whole !== undefined) return [whole];
  if (value.length < WHOLE && !/[\s{":,]/.test(value)) return [];
  return value.split(/[^\p{L}\p{N}._-]+/u).flatMap((word) => names.get(word) ?? []);
}

function personaRows(loot: Loot, view: PublicView): Placed[][] {
  const rowOf = new Map(rowsOf(loot, 'personas').map((row) => [text(row, 'id'), row]));
  const posts = grouped(rowsOf(loot, 'posts'), (row) => row['persona_id'] ?? '');
  return view.personas.map(({ id }) => {
    const own = rowOf.get(id);
    const written = (posts.get(id) ?? []).map((row) => ({ table: 'posts', row }));
    return own ? [{ table: 'personas', row: own }, ...written] : written;
  });
}

function keysOfThreads(loot: Loot): Map<string, string> {
  const keys = new Map<string, string>();
  for (const row of rowsOf(loot, 'threads')) {
    keys.set(text(row, 'id'), text(row, 'id'));
    keys.set(text(row, 'scope_id'), text(row, 'id'));
  }
  for (const row of rowsOf(loot, 'thread_scopes')) keys.set(text(row, 'scope_id'), text(row, 'thread_id'));
  return keys;
}

const topicKeys = (loot: Loot): string[] => rowsOf(loot, 'topics').map((row) => text(row, 'id'));

/** Values by which other rows may refer to these, `besides` what many have. */
function keysOf(rows: readonly Placed[], besides: ReadonlySet<string>, own: readonly string[] = []): Set<string> {
  const values = rows.flatMap(({ row }) => Object.values(row));
  const keys = new Set(
    values.filter((value): value is string => value !== null && isKey(value) && !besides.has(value)),
  );
  for (const name of own) keys.delete(name);
  return keys;
}

const ownName = ({ accounts }: PublicView, a: number): string[] => [accounts[a]?.id ?? '', accounts[a]?.penName ?? ''];

/** A key that stands in very many rows is none (a slug, a version). */
const MOST_PLACES = 60;

function rowsOfKeys(keys: ReadonlySet<string>, places: ReadonlyMap<string, Placed[]>): Placed[] {
  const found = new Map<Row, Placed>();
  for (const key of keys) {
    const there = places.get(key) ?? [];
    if (there.length <= MOST_PLACES) for (const placed of there) found.set(placed.row, placed);
  }
  return [...found.values()];
}

function without(rows: readonly Placed[], others: readonly Placed[]): Placed[] {
  const left = new Set(others.map(({ row }) => row));
  return rows.filter(({ row }) => !left.has(row));
}
