import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { UNSAFE_ErrorResponseImpl as ErrorResponse } from '@remix-run/router';
import { expect, test, vi } from 'vitest';
import handleRequest, { handleError } from './entry.server.tsx';
import { log } from './platform/log.server.ts';

vi.mock('@remix-run/react', async (original) => ({
  ...(await original()),
  RemixServer: ({ context }: { context: EntryContext }) => (
    <p>{String(context.staticHandlerContext.loaderData['page'])}</p>
  ),
}));

const args = { request: new Request('http://forum.invalid/'), context: { correlationId: 'abc' } as AppLoadContext };

test.each([
  ['a bug', new TypeError('x'), 1],
  ['what broke in Remix', new ErrorResponse(500, 'Internal Server Error', ''), 1],
  ['a method that no route has', new ErrorResponse(405, 'Method Not Allowed', '', true), 0],
  ['an address that no route has', new ErrorResponse(404, 'Not Found', '', true), 0],
])('%s is logged as unexpected only where the forum is to blame', (_what, error, times) => {
  const logged = vi.spyOn(log, 'error').mockReturnValue(undefined);
  handleError(error, args);
  expect(logged).toHaveBeenCalledTimes(times);
  logged.mockRestore();
});

test('what a page was made of is let go of when it is made', async () => {
  const shown = { loaderData: { page: 'a dilemma' }, actionData: { reply: 'kept' }, errors: null, loaderHeaders: {} };
  const remix = { staticHandlerContext: shown } as unknown as EntryContext;
  const context = { language: 'en', hasClient: true, nonce: 'n' } as AppLoadContext;
  const answer = await handleRequest(args.request, 200, new Headers(), remix, context);
  expect(await answer.text()).toBe('<!DOCTYPE html><p>a dilemma</p>');
  expect(JSON.stringify(shown)).not.toMatch(/dilemma|kept/);
});
