import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { createRoutedHandler } from './routed-handler.server.ts';

/** Resource routes by their ids, each of which answers with its id and what it found in the address. */
const PATHS: Record<string, string | undefined> = {
  index: undefined,
  rest: '*',
  threads: 'threads/:id/:slug?',
  newThread: 'threads/new',
  follow: 'threads/:id/follow',
  topic: 'topics/:slug',
  api: 'api/v1/*',
  apiThreads: 'api/v1/threads',
  robots: 'robots.txt',
  signIn: 'sign-in',
};

function buildOf(paths: Record<string, string | undefined>): ServerBuild {
  const ids = Object.keys(paths);
  const routes = ids.map((id) => [
    id,
    {
      id,
      parentId: 'root',
      path: paths[id],
      index: paths[id] === undefined,
      module: { loader: ({ params }: { params: object }) => Response.json({ id, ...params }) },
    },
  ]);
  const all = { root: { id: 'root', path: '', module: { default: () => null } }, ...Object.fromEntries(routes) };
  return {
    entry: { module: {} },
    routes: all,
    assets: { routes: all, version: '1', url: '', entry: { module: '', imports: [] } },
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: false },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild;
}

const build = buildOf(PATHS);
const [whole, routed] = [createRequestHandler(build, 'production'), createRoutedHandler(build)];

describe('the routed handler chooses as Remix does among all routes', () => {
  test.each([
    '/',
    '/threads/abc',
    '/threads/abc/a-slug',
    '/threads/abc/follow',
    '/threads/new',
    '/THREADS/new/',
    '/thread%73/abc',
    '/topics/work?sort=new',
    '/topics',
    '/topics/a/b',
    '/api/v1/threads',
    '/api/v1/elsewhere',
    '/robots.txt',
    '/sign-in',
    '/nowhere',
    '/constructor',
  ])('%s', async (path) => {
    const ask = async (handler: typeof whole) => {
      const response = await handler(new Request(`http://forum.invalid${path}`), {} as never);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask(routed)).toEqual(await ask(whole));
    expect((await ask(routed)).text).toContain('"id"');
  });
});
