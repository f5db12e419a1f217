import { execFile } from 'node:child_process';
import { chown, mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { unprivilegedUser } from '#prisma/testing/postgres-server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { run, type Running } from './server.ts';

/** Ms by which the replica stays behind on purpose: nobody may rely on its being near. */
export const LAG = 400;

export type Databases = {
  /** Through PgBouncer, in transaction mode. */
  pooled: string;
  direct: string;
  replica: string;
  /** The replica goes as if its machine had, and comes back. */
  killReplica(): Promise<void>;
  startReplica(): Promise<void>;
  /** How often the replica has been asked for posts. */
  readsOfReplica(): Promise<number>;
  stop(): Promise<void>;
};

/** A PostgreSQL, PgBouncer before it and a streaming replica beside it, all in `folder` and on this machine alone. */
export async function startDatabases(
  folder: string,
  programs: { postgres: string; pgbouncer: string },
): Promise<Databases> {
  const as = await unprivilegedUser();
  if (as) await chown(folder, as.uid, as.gid);
  // Where links to some of them are found, the others stand beside what these lead to.
  const binaries = dirname(await realpath(join(programs.postgres, 'postgres')));
  const tool = (name: string, args: string[]) =>
    promisify(execFile)(join(binaries, name), args, { ...as, cwd: folder });
  const [port, replicaPort, poolPort] = [await freePort(), await freePort(), await freePort()];
  const url = (at: number): string => `postgresql://forum@127.0.0.1:${at}/forum`;
  const serve = (name: string, at: number, settings: string[] = []) =>
    run(
      join(binaries, 'postgres'),
      [
        '-D',
        join(folder, name),
        '-k',
        folder,
        '-h',
        '127.0.0.1',
        '-p',
        String(at),
        ...settings.flatMap((one) => ['-c', one]),
      ],
      { port: at, as, cwd: folder },
    );
  await tool('initdb', ['-D', join(folder, 'primary'), '-U', 'forum', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  const primary = await serve('primary', port);
  await ask(url(port).replace(/forum$/, 'postgres'), 'CREATE DATABASE forum');
  await tool('pg_basebackup', [
    '-D',
    join(folder, 'replica'),
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-U',
    'forum',
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
  ]);
  const serveReplica = () => serve('replica', replicaPort, [`recovery_min_apply_delay=${LAG}ms`]);
  let replica: Running = await serveReplica();
  const pool = await startPool(folder, { program: programs.pgbouncer, port: poolPort, primary: port, as });
  return {
    pooled: url(poolPort),
    direct: url(port),
    replica: url(replicaPort),
    async killReplica() {
      await replica.end('SIGQUIT');
    },
    async startReplica() {
      replica = await serveReplica();
    },
    async readsOfReplica() {
      const scans =
        "SELECT (seq_scan + coalesce(idx_scan, 0))::int AS reads FROM pg_stat_user_tables WHERE relname = 'posts'";
      const [row] = await ask(url(replicaPort), scans);
      return Number(row?.['reads'] ?? 0);
    },
    async stop() {
      await pool.end('SIGTERM');
      await replica.end('SIGQUIT');
      await primary.end('SIGQUIT');
    },
  };
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

type Pool = { program: string; port: number; primary: number; as: Awaited<ReturnType<typeof unprivilegedUser>> };

async function startPool(folder: string, { program, port, primary, as }: Pool): Promise<Running> {
  const own = join(folder, 'pgbouncer');
  await mkdir(own);
  const [file, users] = [join(own, 'pgbouncer.ini'), join(own, 'users.txt')];
  await writeFile(users, '"forum" ""\n');
  await writeFile(
    file,
    `[databases]
forum = host=127.0.0.1 port=${primary} user=forum
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 15
max_client_conn = 200
`,
  );
  return run(program, [file], { port, as, cwd: own });
}
