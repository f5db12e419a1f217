import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merges with Vitest's
  interface ProvidedContext {
    markdownWorker: string;
  }
}

/**
 * Builds the worker once for a run, as the server's build has it, so that no test file waits for its thread to translate the
 * source.
 *
 * Within node_modules, so that it finds its packages.
 */
// eslint-disable-next-line no-restricted-syntax -- Vitest asks for it
export default async function buildWorker(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join('node_modules', '.markdown-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'app/platform/markdown/worker.ts',
      outDir,
      target: 'es2022',
      rollupOptions: { output: { entryFileNames: 'markdown-worker.js' } },
    },
  });
  project.provide('markdownWorker', join(process.cwd(), outDir, 'markdown-worker.js'));
  return () => rm(outDir, { recursive: true });
}
