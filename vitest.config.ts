import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './prisma/testing/longest-first.ts';
import { findPostgres } from './prisma/testing/postgres-server.ts';

const ROOMS = '{app,prisma,search,bench,e2e}/**';
const NEEDS_DATABASE = `${ROOMS}/*.server.test.{ts,tsx}`;
const NEEDS_MEILISEARCH = `${ROOMS}/*.meili.test.ts`;
/** Ms until something hangs. A machine that has no time for a test makes it late, and not wrong. */
const PATIENCE = 10 * 60_000;
const COMMON = { environment: 'node', pool: 'forks', testTimeout: PATIENCE, hookTimeout: PATIENCE } as const;
const SETUP = ['prisma/testing/fail-on-console-error.ts', 'app/platform/markdown/testing/use-built-worker.ts'];
/** What is near the database, or keeps a promise about what is in it. The rest of the domain asks both kinds the same, through Prisma. */
const ON_EVERY_DATABASE = [
  '{prisma,search,bench}/**/*.server.test.{ts,tsx}',
  'app/platform/**/*.server.test.{ts,tsx}',
  'app/domain/{authorship,privacy}/**/*.server.test.{ts,tsx}',
  'app/domain/search/{indexer,nothing-hidden,outbox-*}.server.test.ts',
];
const hasServer = process.env['TEST_DATABASE_URL'] !== undefined || (await findPostgres()) !== undefined;
/** `npm test` sets QUICK: the rest is tested on a server alone, where one is found. The browser's journeys go through all of it on the embedded one. */
const embedded = process.env['QUICK'] !== undefined && hasServer ? ON_EVERY_DATABASE : [NEEDS_DATABASE];
const BUILD_WORKER = 'app/platform/markdown/testing/build-worker.ts';

/**
 * `unit` needs nothing. The others run the same files, each file on a database of its own: `embedded` in memory, `postgres` on a
 * server (prisma/testing/README.md). `meilisearch` asks a Meilisearch server (search/README.md), beside an
 * embedded database.
 */
export default defineConfig({
  test: {
    // Vitest leaves one core free unless told, and of two that is half of them.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...COMMON,
          name: 'unit',
          include: [`${ROOMS}/*.test.{ts,tsx}`],
          exclude: [NEEDS_DATABASE, NEEDS_MEILISEARCH],
          globalSetup: [BUILD_WORKER],
          setupFiles: SETUP,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'embedded',
          include: embedded,
          globalSetup: [BUILD_WORKER, 'prisma/testing/embedded-base.ts'],
          setupFiles: [...SETUP, 'prisma/testing/open-embedded.ts'],
        },
      },
      {
        test: {
          ...COMMON,
          name: 'postgres',
          include: [NEEDS_DATABASE],
          globalSetup: [BUILD_WORKER, 'prisma/testing/server-base.ts'],
          setupFiles: [...SETUP, 'prisma/testing/open-on-server.ts'],
          runner: './prisma/testing/skip-without-server.ts',
        },
      },
      {
        test: {
          ...COMMON,
          name: 'meilisearch',
          include: [NEEDS_MEILISEARCH],
          globalSetup: [BUILD_WORKER, 'prisma/testing/embedded-base.ts', 'search/testing/meilisearch-server.ts'],
          setupFiles: [...SETUP, 'prisma/testing/open-embedded.ts'],
          runner: './prisma/testing/skip-without-server.ts',
        },
      },
    ],
  },
});
