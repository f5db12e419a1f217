import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#search/testing/free-port.ts';
import { START } from '../start-command.ts';
import { ask, type Postgres } from './postgres.ts';
import { isOpen, run, type Running } from './running.ts';

const COMMANDS = 'build/server/commands.js';

/** How a program ended, and what it said. */
type Ended = { exit: number | null; said: string };

type Place = { folder: string; port: number; postgres: Postgres | undefined; database: string; sealKey: string };

/** What a drill stands on: a folder of its own, in it a database, and a forum that may be started on it again and again. */
export class Ground {
  readonly origin: string;
  readonly #place: Place;
  readonly #env: Record<string, string>;
  #forum: Running | undefined;

  private constructor(place: Place) {
    this.#place = place;
    this.origin = `http://127.0.0.1:${place.port}`;
    this.#env = {
      ...{ PORT: String(place.port), ORIGIN: this.origin, DATA_DIR: this.dataDir, TRUST_PROXY: 'loopback' },
      ...{ DEMO: '0', LOG_LEVEL: 'fatal', NODE_ENV: 'production', SEAL_KEY: place.sealKey },
      ...(this.databaseUrl !== undefined && { DATABASE_URL: this.databaseUrl }),
    };
  }

  /** With an embedded database, unless a server is given. */
  static async make(folder: string, postgres: Postgres | undefined): Promise<Ground> {
    const sealKey = randomBytes(32).toString('base64');
    return new Ground({ folder, port: await freePort(), postgres, database: 'forum', sealKey });
  }

  /** Another ground of the same kind and with the same key, whose database is empty. */
  async elsewhere(name: string): Promise<Ground> {
    const { folder, postgres } = this.#place;
    const there = join(folder, name);
    await mkdir(there);
    if (postgres) await ask(postgres.url, `CREATE DATABASE ${name}`);
    return new Ground({ ...this.#place, folder: there, port: await freePort(), database: name });
  }

  get folder(): string {
    return this.#place.folder;
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  get postgres(): Postgres | undefined {
    return this.#place.postgres;
  }

  /** Undefined where the database is embedded. */
  get databaseUrl(): string | undefined {
    return this.postgres?.url.replace(/forum$/, this.#place.database);
  }

  get sealKey(): Buffer {
    return Buffer.from(this.#place.sealKey, 'base64');
  }

  /** The forum's process that was started last. */
  get pid(): number {
    return this.#forum?.child.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.#forum?.child.exitCode === null && this.#forum.child.signalCode === null;
  }

  /** Starts the built forum and waits until it is open. `load` names a module that is loaded before it, which is sent messages. */
  async start({ load, env = {} }: { load?: string; env?: Record<string, string> } = {}): Promise<Running> {
    const args = [...(load === undefined ? [] : ['--import', load]), ...START];
    this.#forum = await run(process.execPath, args, {
      isReady: () => isOpen(this.origin),
      env: this.#environment(env),
      hasChannel: load !== undefined,
    });
    return this.#forum;
  }

  /** Ends the forum, if one runs, and gives its exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    return this.isAlive && this.#forum ? this.#forum.end(signal) : null;
  }

  /** Runs `npm run …` with the forum's configuration, and gives its exit code and what it said. */
  command(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    return this.#toItsEnd([COMMANDS, ...args], env);
  }

  /** Starts another forum on the same, on a port of its own, and waits until it gives up. */
  startAnother(): Promise<Ended> {
    return this.#toItsEnd(START, { PORT: '0' });
  }

  async #toItsEnd(args: readonly string[], env: Record<string, string>): Promise<Ended> {
    const child = spawn(process.execPath, args, {
      env: this.#environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
    const [exit] = (await once(child, 'close')) as [number | null];
    return { exit, said: said.join('').trim() };
  }

  /** What this process was told of tests, and of other forums, does not hold for this one. */
  #environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    const none = { VITEST: undefined, NODE_OPTIONS: undefined, MEILI_HOST: undefined, DATABASE_URL: undefined };
    return { ...process.env, ...none, ...this.#env, ...more };
  }
}
