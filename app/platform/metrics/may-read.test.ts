import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { mayReadMetrics } from './may-read.ts';

const asked = (remoteAddress: string, headers: IncomingHttpHeaders = {}) => ({ headers, socket: { remoteAddress } });

describe('mayReadMetrics', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('lets a program on this machine read (%s)', (address) => {
    expect(mayReadMetrics(asked(address), undefined)).toBe(true);
  });

  it.each([
    ['another machine', asked('192.0.2.7')],
    ['a proxy that asks for somebody', asked('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })],
    ['a proxy that says so otherwise', asked('::1', { via: '1.1 proxy' })],
  ])('does not let %s read', (_who, request) => {
    expect(mayReadMetrics(request, undefined)).toBe(false);
  });

  it('asks for the token where there is one, of this machine too', () => {
    expect(mayReadMetrics(asked('192.0.2.7', { authorization: 'Bearer right' }), 'right')).toBe(true);
    expect(mayReadMetrics(asked('192.0.2.7', { authorization: 'Bearer wrong' }), 'right')).toBe(false);
    expect(mayReadMetrics(asked('127.0.0.1'), 'right')).toBe(false);
  });
});
