import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

type EngineModule = { readonly SchemaEngine: typeof SchemaEngine };

const DATASOURCE = 'datasource db { provider = "postgresql" }';

/**
 * The engine's bindings keep one instance for the whole process, also where this module is loaded several times over (by
 * Vite's server, or for several projects of tests): a second instance would pull the first one's memory away.
 */
const shared = globalThis as { forumSchemaEngine?: Promise<EngineModule> };

/**
 * Prisma's schema engine, as WebAssembly: what `prisma migrate` runs, without its download. It works through `connection`,
 * which it does not close. Call `free` when done.
 */
export async function startSchemaEngine(
  connection: SqlDriverAdapter,
  datamodel?: { path: string; content: string },
): Promise<SchemaEngine> {
  const { SchemaEngine } = await (shared.forumSchemaEngine ??= loadEngine());
  const datamodels: [string, string][] = [[datamodel?.path ?? 'schema.prisma', datamodel?.content ?? DATASOURCE]];
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factoryOf(connection)));
}

/** The package's own loader imports the .wasm file as a module, which Node does not do without a flag. */
async function loadEngine(): Promise<EngineModule> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings;
}

function factoryOf(connection: SqlDriverAdapter): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: () => Promise.resolve(connection),
    connectToShadowDb: () => Promise.reject(new Error('Migrations are compared without a shadow database')),
  };
}
