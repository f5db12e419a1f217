import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#prisma/client.ts';
import { fillBaseDatabase } from './base-database.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merges with Vitest's
  interface ProvidedContext {
    /** The file with the base database as PGlite dumps it. */
    embeddedBase: string;
  }
}

/** Makes the base database, once per run. */
// eslint-disable-next-line no-restricted-syntax -- Vitest asks for it
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'forum-base-'));
  const file = join(folder, 'base.tar');
  const database = await openDatabase({ memory: true });
  await fillBaseDatabase(database);
  await writeFile(file, Buffer.from(await (await database.dump()).arrayBuffer()));
  await database.close();
  project.provide('embeddedBase', file);
  return () => rm(folder, { recursive: true });
}
