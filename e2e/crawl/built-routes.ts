import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A route as the build knows it: its id (the file), the pattern of its address, and what it answers to. */
export type BuiltRoute = { id: string; path: string; hasLoader: boolean; hasAction: boolean };

type ManifestRoute = { id: string; parentId?: string; path?: string; hasLoader: boolean; hasAction: boolean };

/** Every route that has been built, out of the manifest that the build itself wrote for browsers. */
export function builtRoutes(): BuiltRoute[] {
  const folder = 'build/client/assets';
  const file = readdirSync(folder).find((name) => /^manifest-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`There is no manifest in ${folder}: build first`);
  const script = readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as {
    routes: Record<string, ManifestRoute>;
  };
  return Object.values(manifest.routes)
    .filter(({ id }) => id !== 'root')
    .map(({ id, path = '', hasLoader, hasAction }) => ({ id, path: `/${path}`, hasLoader, hasAction }))
    .sort((a, b) => a.id.localeCompare(b.id));
}
