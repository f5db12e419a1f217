import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { enhancementScript } from './app/platform/host/bundling/enhancement-script.ts';
import { serverEntries } from './app/platform/host/bundling/server-entries.ts';
import { serverOnlyPackages } from './app/platform/host/bundling/server-only-packages.ts';
import { sharedChunks } from './app/platform/host/bundling/shared-chunks.ts';
import remixConfig from './remix.config.js';

export default defineConfig(({ isSsrBuild }) => ({
  // Vitest runs the modules as they stand: the Remix plugin would take them for pages.
  plugins: [
    process.env['VITEST'] === undefined && remix(remixConfig),
    enhancementScript(),
    serverEntries(),
    serverOnlyPackages(),
  ],
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    // The server is not sent anywhere: readable stack traces are worth more than its size.
    minify: isSsrBuild === true ? false : 'esbuild',
    // Inlined assets would need `data:` in the Content-Security-Policy, also for scripts.
    assetsInlineLimit: 0,
    ...(isSsrBuild !== true && { rollupOptions: { output: { manualChunks: sharedChunks } } }),
  },
}));
