import type { Database } from '#prisma/client.ts';
import { useTables, type NamedTable } from '../statement-tables.server.ts';

/** Learns from the database itself which tables it has and whose changes it tells of (migration 0017), for page-record.server.ts. */
export async function learnToldTables({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  useTables(
    await prisma.$queryRaw<NamedTable[]>`
      SELECT c.relname::text AS "table",
        EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'tell_pages') AS "isTold"
      FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')`,
  );
}
