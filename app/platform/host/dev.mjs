import { createServer } from 'vite';

/** `npm run dev`: the forum from its sources, changed pages shown at once. Changes to the host itself need a new start. */
export async function serveSources() {
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  const host = await vite.ssrLoadModule('/app/platform/host/main.ts');
  const { sourcePages } = await vite.ssrLoadModule('/app/platform/host/source-pages.server.ts');
  try {
    return await host.main(() => sourcePages(vite));
  } finally {
    await vite.close();
  }
}
