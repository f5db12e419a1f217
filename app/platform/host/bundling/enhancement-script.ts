import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = 'app/enhance/main.ts';
const MODULE = 'virtual:enhancement-script';

/**
 * The small script that betters pages which carry none of Remix's. It is an entry of its own of the client build, and
 * `virtual:enhancement-script` exports its address for root.tsx: one with an immutable name once built, its source in
 * development.
 */
export function enhancementScript(): Plugin {
  let isBuild = false;
  let isServer = false;
  return {
    name: 'enhancement-script',
    config(_config, { command, isSsrBuild }) {
      isBuild = command === 'build';
      isServer = isSsrBuild === true;
      if (isBuild && !isServer && existsSync(SOURCE)) return { build: { rollupOptions: { input: [resolve(SOURCE)] } } };
      return undefined;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      // In the browser's own build its name is not known yet: members' pages take it from the server's markup (root.tsx).
      const address = isBuild ? (isServer ? await builtAddress() : '') : `/${SOURCE}`;
      return `export default ${JSON.stringify(address)};`;
    },
  };
}

async function builtAddress(): Promise<string> {
  // The client build comes first and leaves its manifest until the server build is done.
  const manifest = JSON.parse(await readFile('build/client/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string } | undefined
  >;
  const chunk = manifest[SOURCE];
  return chunk === undefined ? '' : `/${chunk.file}`;
}
