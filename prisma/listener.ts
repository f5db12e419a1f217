import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/** How often in ms the connection is felt for a pulse once somebody relies on it, and how long one counts. */
const PULSE_MS = 250;
export const HEARD_FOR_MS = 1_000;

/** The first half of the advisory lock by which a listening instance is known to the others; the second is its number. */
const PRESENCE = 0x70616765;

const LIVE_INSTANCES = `
  SELECT objid::int AS instance FROM pg_locks
  WHERE locktype = 'advisory' AND classid = $1 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

type OnNotify = (payload: string) => void;

/** One connection of its own for LISTEN on any number of channels, made when first needed and again whenever it is lost. */
export class Listener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<OnNotify>>();
  readonly #closing = new AbortController();
  /** This instance among all that listen, for as long as its connection stands. */
  readonly instance = randomInt(2 ** 31 - 1);
  #client: Promise<pg.Client> | undefined;
  #pulse: NodeJS.Timeout | undefined;
  #isPresent = false;
  /** When the last sign of life was sent that has come. */
  #heardAt = -Infinity;

  constructor(url: string) {
    this.#url = url;
  }

  get #lock(): [number, number] {
    return [PRESENCE, this.instance];
  }

  get #pulseChannel(): string {
    return `pulse_${this.instance}`;
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

  /** As `Presence.isHearing` says. */
  isHearing(): boolean {
    this.#pulse ??= this.#startPulse();
    return performance.now() - this.#heardAt < HEARD_FOR_MS;
  }

  /** As `Presence.join` says. */
  async join(): Promise<() => Promise<void>> {
    this.#isPresent = true;
    await (await (this.#client ??= this.#firstConnect())).query('SELECT pg_advisory_lock($1, $2)', this.#lock);
    return async () => {
      this.#isPresent = false;
      await (await this.#client)?.query('SELECT pg_advisory_unlock($1, $2)', this.#lock);
    };
  }

  /** As `Presence.instances` says. */
  async instances(): Promise<number[]> {
    const client = await (this.#client ??= this.#firstConnect());
    const { rows } = await client.query<{ instance: number }>(LIVE_INSTANCES, [PRESENCE]);
    return rows.map((row) => row.instance);
  }

  async close(): Promise<void> {
    clearInterval(this.#pulse);
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
      this.#heardAt = -Infinity;
      if (!this.#closing.signal.aborted) this.#client = this.#reconnect();
    });
    const channels = [this.#pulseChannel, ...this.#channels.keys()];
    for (const channel of channels) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    if (this.#isPresent) await client.query('SELECT pg_advisory_lock($1, $2)', this.#lock);
    return client;
  }

  #startPulse(): NodeJS.Timeout {
    const pulse = setInterval(() => void this.#feelPulse(), PULSE_MS).unref();
    void this.#feelPulse();
    return pulse;
  }

  /**
   * A notice to itself that comes back says that whatever was notified before has come: the server delivers in the order of commits. A mere
   * answer would not do, since behind a pooler that hands connections round nothing is listened to.
   */
  async #feelPulse(): Promise<void> {
    try {
      const client = await this.#client;
      await client?.query('SELECT pg_notify($1, $2)', [this.#pulseChannel, String(performance.now())]);
    } catch {
      // The connection is gone, or going: nothing was heard.
    }
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
    if (channel === this.#pulseChannel) this.#heardAt = Number(payload);
    for (const onNotify of this.#channels.get(channel) ?? []) onNotify(payload);
  }
}
