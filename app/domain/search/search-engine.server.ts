import type { SearchEngine } from '#search/engine.ts';
import { createPostgresEngine } from '#search/postgres/engine.ts';
import { SHIPPED_SETTINGS } from '#search/settings.ts';
import type { SqlExecutor } from '#search/sql.ts';
import type { Transaction } from '#app/platform/db.server.ts';

/** The engine of this forum, asking the database through `client`: the whole pool, or one transaction. */
export function searchEngine(client: Pick<Transaction, '$queryRawUnsafe'>): SearchEngine {
  return createPostgresEngine(sqlExecutor(client), SHIPPED_SETTINGS);
}

/** "Unsafe" is Prisma's word for a statement that is not a template: `search/` puts every value into a parameter. */
function sqlExecutor(client: Pick<Transaction, '$queryRawUnsafe'>): SqlExecutor {
  return <Row extends object>(statement: string, parameters: readonly (string | number | null)[]) =>
    client.$queryRawUnsafe<Row[]>(statement, ...parameters);
}
