import { createRequestHandler, data, type ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { singleFetchError } from './single-fetch-error.ts';

const DATA = { code: 'unexpected', correlationId: 'abcdefgh' };

function refuse(): never {
  // Remix takes routes that throw data; what it throws is no Error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw data(DATA, { status: 503 });
}

/** Remix with nothing but a root, which refuses everything. */
const remix = createRequestHandler(
  {
    entry: { module: {} },
    routes: { root: { id: 'root', path: '', module: { default: () => null, loader: refuse, action: refuse } } },
    assets: { routes: {}, version: '1', url: '', entry: { module: '', imports: [] } },
    future: { v3_singleFetch: true },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild,
  'production',
);

test.each([
  ['action', 'POST'],
  ['loaders', 'GET'],
] as const)('an error of %s is what Remix itself would say', async (of, method) => {
  const answer = await remix(new Request('http://forum.invalid/_root.data', { method }));
  expect(answer.status).toBe(503);
  expect(await answer.text()).toBe(singleFetchError({ status: 503, data: DATA }, of));
});
