import type { Database } from '#prisma/client.ts';
import { ConfigError } from '../config.server.ts';
import { requireSameTime } from './require-clock.server.ts';

/** `server_version_num` of the oldest PostgreSQL that will do. */
export const OLDEST_SERVER = 150_000;

type Asked = { version: string; number: number; now: Date; fsync: string };

const QUESTION = `
  SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
    clock_timestamp() AS now, current_setting('fsync') AS fsync`;

/**
 * Looks, before anything in it is changed, whether a database server is one that the forum can be on. `say` hears of what it can
 * run with and should not.
 *
 * @throws ConfigError when it is too old or its clock is far from this machine's.
 */
export async function requireServer(database: Pick<Database, 'query'>, say: (line: string) => void): Promise<void> {
  const [asked] = (await database.query(QUESTION)).rows as Asked[];
  if (!asked) return;
  if (asked.number < OLDEST_SERVER) {
    throw new ConfigError(`Database: PostgreSQL ${asked.version} is too old. Take 15 or newer`);
  }
  requireSameTime(asked.now);
  if (asked.fsync !== 'on') {
    say('The database server has fsync off: a power cut would lose what was acknowledged. Turn it on.');
  }
}
