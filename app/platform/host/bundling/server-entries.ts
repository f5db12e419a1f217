import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const ENTRIES = {
  run: 'app/platform/host/run.ts',
  'web-process': 'app/platform/host/processes/web-process.ts',
  commands: 'app/platform/commands/main.ts',
  'markdown-worker': 'app/platform/markdown/worker.ts',
};

/**
 * Builds the host, the commands and the workers in one graph with Remix's server build, so that each module exists once in a
 * process: the database that the host opened is the one that a loader asks. The Remix plugin sets a single input; this one,
 * which must stand after it, widens that. All files lie flat in build/server, where
 * `new URL('./markdown-worker.js', import.meta.url)` holds from every chunk.
 */
export function serverEntries(): Plugin {
  return {
    name: 'server-entries',
    enforce: 'post',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild === true,
    config: () => ({
      build: {
        rollupOptions: {
          input: { remix: 'virtual:remix/server-build', ...presentEntries() },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
        },
      },
    }),
  };
}

function presentEntries(): Record<string, string> {
  const files = Object.entries(ENTRIES).map(([name, file]) => [name, resolve(file)] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(file)));
}
