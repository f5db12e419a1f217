import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { recordStatement } from '#app/platform/page-record.server.ts';
import { openDatabase } from '#prisma/client.ts';
import { runOnServer, withDatabaseName } from './server-statements.ts';
import { PATIENCE, useForTests } from './use-for-tests.ts';

const base = inject('serverBase');
if ('url' in base) {
  const name = `forum_test_${randomBytes(6).toString('hex')}`;
  await runOnServer(base.url, `CREATE DATABASE ${name} TEMPLATE ${base.name}`);
  // Hooks of the end run last first: the database is closed before it is dropped.
  afterAll(() => runOnServer(base.url, `DROP DATABASE ${name} WITH (FORCE)`));
  useForTests(
    await openDatabase({
      databaseUrl: withDatabaseName(base.url, name),
      onStatement: recordStatement,
      patience: PATIENCE,
    }),
  );
}
