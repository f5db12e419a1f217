import type pg from 'pg';

/** Statements with a name of their own. Those with lists of any length are as many as there are lengths: past this none gets one. */
const MOST = 500;
/** Statements asked for once that are remembered: they get a name when they come again. */
const MOST_SEEN = 2_000;
/** What a statement without a name is called. */
const NONE = '';

/**
 * Names for the statements of one pool, so that the server reads and plans each once a connection and not each time. Not where a pooler stands
 * between: in transaction mode it may hand a statement to a connection that does not know the name (docs/decisions/100).
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();
  #isDirect: boolean | undefined;

  /** Sees whether a new connection leads to the server itself: a pooler says another number for the process that serves than the server does. */
  async look(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const isDirect = 'processID' in client && client.processID === rows[0]?.pid;
    // One that leads elsewhere is enough: who names a statement does not know on which connection it will be asked.
    this.#isDirect = isDirect && this.#isDirect !== false;
  }

  /** The name of a statement that is asked for again, else the empty one. */
  of(sql: string): string {
    if (this.#isDirect !== true) return NONE;
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST) return NONE;
    if (this.#seenOnce.delete(sql)) {
      const name = `s${this.#names.size}`;
      this.#names.set(sql, name);
      return name;
    }
    if (this.#seenOnce.size >= MOST_SEEN) this.#seenOnce.clear();
    this.#seenOnce.add(sql);
    return NONE;
  }
}
