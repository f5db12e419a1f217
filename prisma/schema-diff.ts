import type { Engine } from './engine.ts';
import { NO_FILTERS } from './migrate.ts';
import { readDatamodel } from './migration-files.ts';
import { startSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that would bring `database` to prisma/schema.prisma; empty when it is there. What the schema cannot say (checks,
 * triggers, extensions, expression indexes) is not looked at. For embedded databases: on a server @prisma/adapter-pg (7.10)
 * cannot read PostgreSQL's `"char"`, which the engine asks for.
 */
export async function diffFromSchema(database: Pick<Engine, 'inMigration'>): Promise<string> {
  const datamodel = await readDatamodel();
  return database.inMigration(async (connection) => {
    const engine = await startSchemaEngine(connection, datamodel);
    try {
      const { exitCode, stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', files: [datamodel], configDir: '' },
        to: { tag: 'schemaDatamodel', files: [datamodel] },
        script: true,
        exitCode: true,
        filters: NO_FILTERS,
      });
      return exitCode === 0 ? '' : (stdout ?? '');
    } finally {
      engine.free();
    }
  });
}
