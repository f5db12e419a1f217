import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts';
import { db } from '#app/platform/db.server.ts';
import { itKeepsTheContract } from '../testing/engine-contract.ts';

itKeepsTheContract(async () => {
  await db.$executeRaw`TRUNCATE search_documents, search_texts, search_words`;
  return postgresEngine(db);
});
