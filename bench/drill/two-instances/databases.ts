import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#search/testing/free-port.ts';
import { addressOf, ask, initialise, programsIn, serve, tool } from '../postgres.ts';
import { isListening, run, type Account, type Running } from '../running.ts';

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
  const own = await programsIn(folder, programs.postgres);
  const [port, replicaPort, poolPort] = [await freePort(), await freePort(), await freePort()];
  await initialise(own, join(folder, 'primary'));
  const primary = await serve(own, { data: join(folder, 'primary'), port });
  await ask(addressOf(port, 'postgres'), 'CREATE DATABASE forum');
  const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'forum', '-R', '-X', 'stream', '-c', 'fast'];
  await tool(own, 'pg_basebackup', ['-D', join(folder, 'replica'), ...from]);
  const startReplica = () =>
    serve(own, {
      data: join(folder, 'replica'),
      port: replicaPort,
      settings: [`recovery_min_apply_delay=${LAG}ms`],
    });
  let replica: Running = await startReplica();
  const pool = await startPool(folder, { program: programs.pgbouncer, port: poolPort, primary: port, as: own.as });
  return {
    pooled: addressOf(poolPort),
    direct: addressOf(port),
    replica: addressOf(replicaPort),
    async killReplica() {
      await replica.end('SIGQUIT');
    },
    async startReplica() {
      replica = await startReplica();
    },
    async readsOfReplica() {
      const scans =
        "SELECT (seq_scan + coalesce(idx_scan, 0))::int AS reads FROM pg_stat_user_tables WHERE relname = 'posts'";
      const [row] = await ask(addressOf(replicaPort), scans);
      return Number(row?.['reads'] ?? 0);
    },
    async stop() {
      await pool.end('SIGTERM');
      await replica.end('SIGQUIT');
      await primary.end('SIGQUIT');
    },
  };
}

type Pool = { program: string; port: number; primary: number; as: Account | undefined };

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
  return run(program, [file], { isReady: () => isListening(port), as, cwd: own });
}
