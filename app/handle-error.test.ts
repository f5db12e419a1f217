import type { AppLoadContext } from '@remix-run/node';
import { UNSAFE_ErrorResponseImpl as ErrorResponse } from '@remix-run/router';
import { expect, test, vi } from 'vitest';
import { handleError } from './entry.server.tsx';
import { log } from './platform/log.server.ts';

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
