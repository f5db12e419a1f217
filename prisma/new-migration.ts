import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { prismaFolder } from './migration-files.ts';
import { diffFromSchema } from './schema-diff.ts';

/** `npm run db:new-migration -- NAME`: writes what prisma/schema.prisma has and the migrations so far do not. */
async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Usage: npm run db:new-migration -- NAME (lower-case letters, digits and underscores)');
  }
  const database = await openDatabase({ memory: true });
  try {
    await migrate(database);
    const script = await diffFromSchema(database);
    const path = await write(name, script);
    process.stdout.write(`Wrote ${path}${script === '' ? ' (empty: the schema has nothing new)' : ''}\n`);
  } finally {
    await database.close();
  }
}

async function write(name: string, script: string): Promise<string> {
  const migrations = join(prismaFolder(), 'migrations');
  const count = (await readdir(migrations, { withFileTypes: true })).filter((entry) => entry.isDirectory()).length;
  const folder = join(migrations, `${String(count + 1).padStart(4, '0')}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), script);
  return join(folder, 'migration.sql');
}

await main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
