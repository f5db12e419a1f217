import { createPostgresEngine, type PostgresEngine } from '#search/postgres/engine.ts';
import type { SqlExecutor } from '#search/sql.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { currentSearchSettings } from './search-settings.server.ts';

/** The engine on the forum's own database, asking it through `client`: the whole pool, or one transaction. */
export function postgresEngine(client: Pick<Transaction, '$queryRawUnsafe'>): PostgresEngine {
  return createPostgresEngine(sqlExecutor(client), currentSearchSettings());
}

/** "Unsafe" is Prisma's word for a statement that is not a template: `search/` puts every value into a parameter. */
function sqlExecutor(client: Pick<Transaction, '$queryRawUnsafe'>): SqlExecutor {
  return <Row extends object>(statement: string, parameters: readonly (string | number | null)[]) =>
    client.$queryRawUnsafe<Row[]>(statement, ...parameters);
}
