import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

type OnNotify = (payload: string) => void;

/** One connection of its own for LISTEN on any number of channels, made when first needed and again whenever it is lost. */
export class Listener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<OnNotify>>();
  readonly #closing = new AbortController();
  #client: Promise<pg.Client> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** As `Database.listen` says. Channel names are plain identifiers. */
  async listen(channel: string, onNotify: OnNotify): Promise<() => Promise<void>> {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(onNotify));
    const client = await (this.#client ??= this.#firstConnect());
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return async () => {
      listeners.delete(onNotify);
      if (listeners.size > 0 || !this.#channels.delete(channel)) return;
      await (await this.#client)?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`);
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #firstConnect(): Promise<pg.Client> {
    return this.#connect().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    // 'end' follows every error and does what is to be done.
    client.on('error', () => {});
    await client.connect();
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    client.on('end', () => {
      if (!this.#closing.signal.aborted) this.#client = this.#reconnect();
    });
    for (const channel of this.#channels.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return client;
  }

  async #reconnect(): Promise<pg.Client> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      await delay(wait, undefined, { signal: this.#closing.signal });
      try {
        const client = await this.#connect();
        for (const channel of this.#channels.keys()) this.#tell(channel, '');
        return client;
      } catch {
        // Still away: wait longer. What depends on notices polls meanwhile.
      }
    }
  }

  #tell(channel: string, payload: string): void {
    for (const onNotify of this.#channels.get(channel) ?? []) onNotify(payload);
  }
}
