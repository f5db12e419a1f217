import { join } from 'node:path';
import type { ForumParts } from './forum.server.ts';
import { guardedBuild } from './guarded-build.server.ts';
import type { DevelopmentMiddleware } from './http-server.server.ts';
import { createRoutedHandler } from './routed-handler.server.ts';
import { readStaticFiles } from './static-files.server.ts';

/** Where pages and files come from. */
export type Pages = Pick<ForumParts, 'page' | 'staticFile' | 'isDevelopment'> & { development?: DevelopmentMiddleware };

/** The pages that `npm run build` made, from the same bundle as this module, so that both have the same database. */
export async function builtPages(): Promise<Pages> {
  const build = guardedBuild(await import('virtual:remix/server-build'));
  return {
    page: createRoutedHandler(build),
    staticFile: await readStaticFiles(join(import.meta.dirname, '../client')),
  };
}
