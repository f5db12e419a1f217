import { openDatabase, type Database } from '#prisma/client.ts';
import type { Config } from '../../config.server.ts';
import { areKnownSealKeys, OTHER_SEAL_KEY } from '../../known-seal-keys.server.ts';
import { OLDEST_SERVER } from '../../set-up/require-server.server.ts';
import { bad, doubtful, good, reasonOf, type Finding } from './finding.ts';

/** Ms by which the clocks of this machine and of the database may differ. */
const CLOCKS = 30_000;
/** Seconds that a replica may be behind before guests are hardly read to from it. */
const BEHIND = 10;

type Asked = {
  version: string;
  number: number;
  now: Date;
  fsync: string;
  mayCreate: boolean;
  missing: string[];
  logged: string[];
};

/** What a start would stumble over, and what a server must not write down: what is bound to a statement is what people wrote. */
const QUESTION = `
  SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number, clock_timestamp() AS now,
    current_setting('fsync') AS fsync,
    has_schema_privilege(current_schema(), 'CREATE') AND has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
    ARRAY(SELECT name FROM unnest(ARRAY['pg_trgm', 'unaccent']) name
      WHERE name NOT IN (SELECT a.name FROM pg_available_extensions a)) AS missing,
    ARRAY(SELECT s.name FROM (VALUES ('log_statement', 'none'), ('log_min_duration_statement', '-1'), ('log_parameter_max_length', '0'),
        ('log_parameter_max_length_on_error', '0'), ('log_min_error_statement', 'panic')) AS s(name, wanted)
      WHERE current_setting(s.name, true) IS DISTINCT FROM s.wanted
        AND NOT (s.name = 'log_parameter_max_length' AND current_setting('log_statement') = 'none'
          AND current_setting('log_min_duration_statement') = '-1')) AS logged`;

/** The database server under each of its addresses. The embedded database needs none of this. */
export async function lookAtDatabase(config: Config): Promise<Finding[]> {
  const { databaseUrl, databaseDirectUrl, databaseReplicaUrl, sealKeys } = config;
  if (databaseUrl === undefined) {
    return [
      doubtful(
        'database',
        'embedded: it survives a crash of the program, not of the machine. DATABASE_URL names a server',
      ),
    ];
  }
  const findings = await asking('database', databaseDirectUrl, async (database) => [
    ...(await lookAtServer(database)),
    ...(await lookAtSealKeys(database, sealKeys)),
  ]);
  if (databaseDirectUrl !== databaseUrl) {
    findings.push(
      ...(await asking('pooler', databaseUrl, async (database) => {
        await database.query('SELECT 1');
        return [good('pooler', 'DATABASE_URL answers')];
      })),
    );
  }
  if (databaseReplicaUrl !== undefined) findings.push(...(await asking('replica', databaseReplicaUrl, lookAtReplica)));
  return findings;
}

async function asking(
  part: string,
  databaseUrl: string | undefined,
  look: (database: Database) => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    const database = await openDatabase({ databaseUrl, poolSize: 2 });
    return await look(database).finally(() => database.close());
  } catch (error) {
    return [bad(part, `does not answer (${reasonOf(error)}): is its address right, and does it let this machine in?`)];
  }
}

async function lookAtServer(database: Database): Promise<Finding[]> {
  const [asked] = (await database.query(QUESTION)).rows as Asked[];
  if (!asked) return [];
  const { version, number, now, fsync, mayCreate, missing, logged } = asked;
  const apart = Math.abs(now.getTime() - Date.now());
  return [
    number >= OLDEST_SERVER
      ? good('database', `PostgreSQL ${version}`)
      : bad('database', `PostgreSQL ${version} is too old: take 15 or newer`),
    mayCreate
      ? good('privileges', 'the role may bring the schema up to date')
      : bad('privileges', 'the role may not create tables or extensions: make it the owner of the database'),
    ...missing.map((name) =>
      bad('extensions', `${name} is not installed on the server: it comes with PostgreSQL's contrib package`),
    ),
    fsync === 'on'
      ? good('fsync', 'on')
      : bad('fsync', 'off: a power cut would lose what was acknowledged. Turn it on'),
    apart <= CLOCKS
      ? good('clock', 'as the database has it')
      : bad(
          'clock',
          `${Math.round(apart / 1_000)} s apart from that of the database: sessions would end early or late. Set both by NTP`,
        ),
    logged.length === 0
      ? good('server log', 'keeps nothing of what people write')
      : bad('server log', `may keep what people write: set ${logged.join(', ')} as docs/operations.md says`),
  ];
}

/** Nothing to say of a database in which no forum has run. */
async function lookAtSealKeys(database: Database, keys: readonly Buffer[]): Promise<Finding[]> {
  const { rows } = await database.query('SELECT to_regclass(\'settings\') IS NOT NULL AS "isThere"');
  if (!(rows[0] as { isThere: boolean }).isThere) return [];
  const areKnown = await areKnownSealKeys(database, keys);
  if (areKnown === null) return [];
  return [areKnown ? good('seal key', 'the one that this forum is run with') : bad('seal key', OTHER_SEAL_KEY)];
}

async function lookAtReplica(database: Database): Promise<Finding[]> {
  const { rows } = await database.query(
    `SELECT pg_is_in_recovery() AS "isReplica",
      CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0)::int END AS behind`,
  );
  const { isReplica, behind } = rows[0] as { isReplica: boolean; behind: number };
  if (!isReplica)
    return [doubtful('replica', 'DATABASE_REPLICA_URL names no replica, but a server that is written to')];
  return [
    behind > BEHIND
      ? doubtful('replica', `${behind} s behind: until it has caught up guests are read to from the primary`)
      : good('replica', `${behind} s behind`),
  ];
}
