import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import { recordStatement } from '#app/platform/page-record.server.ts';
import { openDatabase } from '#prisma/client.ts';
import { PATIENCE, useForTests } from './use-for-tests.ts';

useForTests(
  await openDatabase({
    memory: await openAsBlob(inject('embeddedBase')),
    onStatement: recordStatement,
    patience: PATIENCE,
  }),
);
