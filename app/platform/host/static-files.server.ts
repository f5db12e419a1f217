import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** One file as it is sent. */
export type StaticFile = { body: Buffer; type: string; etag: string; cacheControl: string };

/**
 * Reads everything under `directory` into memory (a built client has a few hundred kB) and gives the file of a path. What is
 * not in that list does not exist, so no path can climb out of it.
 */
export async function readStaticFiles(directory: string): Promise<(pathname: string) => StaticFile | undefined> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('.'));
  const files = await Promise.all(
    paths.map(async (path) => [`/${path}`, describe(path, await readFile(join(directory, path)))] as const),
  );
  const byPath = new Map<string, StaticFile>(files);
  return (pathname) => byPath.get(pathname);
}

function describe(path: string, body: Buffer): StaticFile {
  return {
    body,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    // What the build names carries its content's hash in the name.
    cacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  };
}
