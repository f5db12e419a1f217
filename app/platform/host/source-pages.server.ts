import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { ViteDevServer } from 'vite';
import { guardedBuild } from './guarded-build.server.ts';
import type { Pages } from './pages.server.ts';

/** In development: every page from the sources as they stand. */
export function sourcePages(vite: ViteDevServer): Pages {
  return {
    async page(request, context) {
      const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
      return createRequestHandler(guardedBuild(build), 'development')(request, context);
    },
    // Vite serves the files itself.
    staticFile: () => undefined,
    development: vite.middlewares,
    isDevelopment: true,
  };
}
