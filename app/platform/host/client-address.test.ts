import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config.server.ts';
import { clientAddresses } from './client-address.server.ts';

describe('without TRUST_PROXY', () => {
  const addressOf = clientAddresses(undefined);

  test('it is the peer, whatever it says of others', () => {
    expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(addressOf('::ffff:203.0.113.7', undefined)).toBe('203.0.113.7');
  });

  test('a peer on this machine is nobody in particular: it may be a proxy for everybody', () => {
    expect(addressOf('127.0.0.1', '198.51.100.1')).toBeUndefined();
    expect(addressOf('::1', undefined)).toBeUndefined();
    expect(addressOf('::ffff:127.0.0.1', undefined)).toBeUndefined();
  });
});

describe('with TRUST_PROXY', () => {
  const addressOf = clientAddresses('loopback, 10.0.0.0/8');

  test('it is the last hop that is no proxy of ours', () => {
    expect(addressOf('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(addressOf('10.1.2.3', '198.51.100.1, 10.0.0.9')).toBe('198.51.100.1');
  });

  test('what a client puts into the header itself is not believed', () => {
    expect(addressOf('127.0.0.1', '192.0.2.66, 198.51.100.1')).toBe('198.51.100.1');
    expect(addressOf('203.0.113.7', '192.0.2.66')).toBe('203.0.113.7');
    expect(addressOf('127.0.0.1', 'rubbish, 198.51.100.1')).toBe('198.51.100.1');
  });

  test('a proxy that says nothing counts as itself', () => {
    expect(addressOf('127.0.0.1', undefined)).toBe('127.0.0.1');
  });
});

test.each(['yes', '10.0.0.0/8, proxy.example', '10.0.0.0/99', '::1/200'])('%s is no list of addresses', (text) => {
  expect(() => clientAddresses(text)).toThrow(ConfigError);
});
