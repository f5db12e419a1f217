import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '#prisma/testing/postgres-server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { Postgres } from './postgres.ts';
import { Report } from './report.ts';
import { isOpen, run, type Running } from './running.ts';

const KINDS = ['server', 'embedded'] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Record<Kind, string> = { server: 'PostgreSQL server', embedded: 'embedded database' };

/**
 * For `parseArgs` of a drill: `--on server` or `--on embedded` leaves the other out; with `--patient` bars of time are shown and not counted, on a
 * machine that has other things to do.
 */
export const COMMON_OPTIONS = { on: { type: 'string' }, patient: { type: 'boolean' } } as const;

type CommonOptions = { on?: string | undefined; patient?: boolean | undefined };

/** What one run of a drill stands on: a folder of its own, in it a database, and a forum that may be started on it again and again. */
export class Ground {
  readonly folder: string;
  readonly postgres: Postgres | undefined;
  readonly origin: string;
  readonly #env: Record<string, string>;
  #forum: Running | undefined;

  constructor(folder: string, port: number, postgres: Postgres | undefined) {
    this.folder = folder;
    this.postgres = postgres;
    this.origin = `http://127.0.0.1:${port}`;
    this.#env = {
      ...{ PORT: String(port), ORIGIN: this.origin, DATA_DIR: this.dataDir, TRUST_PROXY: 'loopback' },
      ...{ DEMO: '0', LOG_LEVEL: 'fatal', NODE_ENV: 'production', SEAL_KEY: randomBytes(32).toString('base64') },
      ...(postgres && { DATABASE_URL: postgres.url }),
    };
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  /** What a forum or a command on this database is told; what this process was told of tests, and other forums, does not hold for it. */
  get env(): NodeJS.ProcessEnv {
    const none = { VITEST: undefined, NODE_OPTIONS: undefined, MEILI_HOST: undefined, DATABASE_URL: undefined };
    return { ...process.env, ...none, ...this.#env };
  }

  /** The forum's process that runs. */
  get pid(): number {
    return this.#forum?.child.pid ?? 0;
  }

  /** Whether the process that was started last has not ended. */
  get isAlive(): boolean {
    return this.#forum?.child.exitCode === null && this.#forum.child.signalCode === null;
  }

  /** Starts the built forum and waits until it is open. */
  async start({ node = [], env = {} }: { node?: string[]; env?: Record<string, string> } = {}): Promise<Running> {
    const isReady = () => isOpen(this.origin);
    this.#forum = await run(process.execPath, [...node, 'app/platform/host/start.mjs'], {
      isReady,
      env: { ...this.env, ...env },
    });
    return this.#forum;
  }

  /** Ends the forum, if one runs, and gives its exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    return this.isAlive && this.#forum ? this.#forum.end(signal) : null;
  }
}

type Drill = (ground: Ground, report: Report) => Promise<void>;

/**
 * Runs a drill on a new PostgreSQL server and on a new embedded database, and has the process end with 1 when a bar is missed on either, with 2
 * when there is no PostgreSQL to be found.
 */
export async function onBothDatabases(name: string, { on, patient }: CommonOptions, drill: Drill): Promise<void> {
  const kinds = on === undefined ? KINDS : KINDS.filter((kind) => kind === on);
  if (kinds.length === 0) throw new Error(`--on is ${KINDS.join(' or ')}`);
  for (const kind of kinds) {
    const code = await onOne({ name, kind, isPatient: patient === true }, drill);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
  }
}

type Run = { name: string; kind: Kind; isPatient: boolean };

async function onOne({ name, kind, isPatient }: Run, drill: Drill): Promise<number> {
  const postgres = kind === 'server' ? await findPostgres() : undefined;
  if (kind === 'server' && postgres === undefined) {
    console.error(`${name} needs what is not here: a PostgreSQL server`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), `forum-drill-${name}-`));
  const server = postgres === undefined ? undefined : await Postgres.make(folder, postgres);
  const ground = new Ground(folder, await freePort(), server);
  const report = new Report({ isPatient });
  console.log(`${name}: ${NAMES[kind]}`);
  try {
    await drill(ground, report);
  } finally {
    await ground.end('SIGKILL');
    await server?.end('SIGQUIT');
    await rm(folder, { recursive: true, force: true });
  }
  return report.isMet ? 0 : 1;
}
