import { useDatabase } from '#app/platform/db.server.ts';
import type { Database } from '#prisma/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { seedTopics } from '#prisma/seed/seed-topics.ts';

/** What every test may count on: the schema and the topics, no accounts and no threads. */
export async function fillBaseDatabase(database: Database): Promise<void> {
  await migrate(database);
  useDatabase(database);
  await seedTopics();
}
