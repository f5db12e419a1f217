export type SingleFetchError = { status: number; data: Readonly<Record<string, string>> };

/** A value that turbo-stream writes as a list: its name, and what it is made of. */
class Named {
  readonly name: string;
  readonly parts: readonly unknown[];

  constructor(name: string, parts: readonly unknown[]) {
    this.name = name;
    this.parts = parts;
  }
}

/**
 * An error as Remix's client reads it from a `.data` address: of an action, or of a page's loaders, where the root has it. The page gets it as
 * if a route had thrown it (`isRouteErrorResponse`); anything in another format is a fault to the client, whatever its status.
 */
export function singleFetchError({ status, data }: SingleFetchError, of: 'action' | 'loaders'): string {
  const error = new Named('ErrorResponse', [data, status, '']);
  const table: unknown[] = [];
  add(table, of === 'action' ? { error } : { root: { error } });
  return `${JSON.stringify(table)}\n`;
}

/** Puts a value into the table of a turbo-stream, where whatever it is made of stands by its own number. Gives the number of the value. */
function add(table: unknown[], value: unknown): number {
  const number = table.push(value) - 1;
  if (value instanceof Named) table[number] = [value.name, ...value.parts.map((part) => add(table, part))];
  else if (typeof value === 'object' && value !== null) table[number] = addFields(table, value);
  return number;
}

function addFields(table: unknown[], fields: object): Record<string, number> {
  const pairs = Object.entries(fields).map(([name, value]) => [`_${add(table, name)}`, add(table, value)] as const);
  return Object.fromEntries(pairs);
}
