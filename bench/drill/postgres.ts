import { execFile } from 'node:child_process';
import { chown, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { unprivilegedUser } from '#prisma/testing/postgres-server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { run, type Account, type Running } from './running.ts';

/** PostgreSQL's programs, run in `folder` by somebody who may not do everything. */
export type Programs = { binaries: string; folder: string; as: Account | undefined };

/** @param postgres where PostgreSQL's programs are, or links to some of them: the others stand beside what these lead to. */
export async function programsIn(folder: string, postgres: string): Promise<Programs> {
  const as = await unprivilegedUser();
  if (as) await chown(folder, as.uid, as.gid);
  return { binaries: dirname(await realpath(join(postgres, 'postgres'))), folder, as };
}

export function tool({ binaries, folder, as }: Programs, name: string, args: readonly string[]) {
  return promisify(execFile)(join(binaries, name), args, { ...as, cwd: folder });
}

/** Makes the files of a new server in `data`. Its settings are PostgreSQL's own, so that nothing acknowledged is lost. */
export async function initialise(programs: Programs, data: string): Promise<void> {
  await tool(programs, 'initdb', ['-D', data, '-U', 'forum', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
}

/** Runs the server of `data` and waits until it takes statements. */
export function serve(
  { binaries, folder, as }: Programs,
  { data, port, settings = [] }: { data: string; port: number; settings?: readonly string[] },
): Promise<Running> {
  const where = ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)];
  return run(join(binaries, 'postgres'), [...where, ...settings.flatMap((one) => ['-c', one])], {
    isReady: () => takesStatements(addressOf(port, 'postgres')),
    as,
    cwd: folder,
  });
}

export function addressOf(port: number, database = 'forum'): string {
  return `postgresql://forum@127.0.0.1:${port}/${database}`;
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function takesStatements(url: string): Promise<boolean> {
  return ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

/** A server for one drill, with an empty database `forum`, that may be ended in any way and begun again with what it has. */
export class Postgres {
  readonly #programs: Programs;
  readonly #port: number;
  readonly #data: string;
  #running: Running | undefined;

  private constructor(programs: Programs, data: string, port: number) {
    this.#programs = programs;
    this.#data = data;
    this.#port = port;
  }

  /** @param data where its files are to be, `folder` unless told. */
  static async make(folder: string, postgres: string, data = join(folder, 'postgres')): Promise<Postgres> {
    const programs = await programsIn(folder, postgres);
    await initialise(programs, data);
    const made = new Postgres(programs, data, await freePort());
    await made.start();
    await ask(addressOf(made.#port, 'postgres'), 'CREATE DATABASE forum');
    return made;
  }

  get url(): string {
    return addressOf(this.#port);
  }

  get pid(): number {
    return this.#running?.child.pid ?? 0;
  }

  async start(): Promise<void> {
    this.#running ??= await serve(this.#programs, { data: this.#data, port: this.#port });
  }

  /** SIGINT ends it in order, SIGQUIT and SIGKILL as if the machine had gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.end(signal);
  }
}
