import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.server.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');

describe('readConfig', () => {
  it('needs nothing, and takes empty values for none', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: '' });
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000', demo: true });
    expect(config.databaseUrl).toBeUndefined();
  });

  it('takes the server for everything unless it is told of others', () => {
    const url = 'postgresql://forum@db/forum';
    const config = readConfig({ DATABASE_URL: url, SEAL_KEY: KEY });
    expect(config).toMatchObject({ databaseUrl: url, databaseDirectUrl: url });
    expect(config.databaseReplicaUrl).toBeUndefined();
  });

  it.each([
    'postgres://db/forum',
    'postgresql://forum:p%40ss@[::1]:5432/forum?sslmode=require',
    'postgresql://forum@/forum?host=/var/run/postgresql',
    'postgresql:///forum?host=/var/run/postgresql',
  ])('takes %s for the address of a server', (url) => {
    expect(readConfig({ DATABASE_URL: url, SEAL_KEY: KEY }).databaseUrl).toBe(url);
  });

  it('takes several seal keys, newest first', () => {
    const older = Buffer.alloc(32, 2).toString('base64');
    const { sealKeys } = readConfig({ SEAL_KEY: `${KEY}, ${older}` });
    expect(sealKeys.map((key) => key[0])).toEqual([1, 2]);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: must be a whole number from 0 to 65535'],
    [{ WEB_CONCURRENCY: '0' }, 'WEB_CONCURRENCY: must be a whole number from 1 to 256'],
    [{ ORIGIN: 'forum.example' }, 'ORIGIN: must be an http(s) address'],
    [{ ORIGIN: 'http://forum.example' }, 'ORIGIN: plain http is only for this machine itself'],
    [{ ORIGIN: 'https://forum.example/path' }, 'ORIGIN: must be scheme, host and port only'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL: must be an address like postgresql://'],
    [{ DATABASE_URL: 'postgresql://forum@db:port/forum' }, 'DATABASE_URL: must be an address like postgresql://'],
    [{ DATABASE_URL: 'postgresql://forum:pa/ss@db/forum' }, 'DATABASE_URL: must be an address like postgresql://'],
    [{ MEILI_HOST: '127.0.0.1:7700' }, 'MEILI_HOST: must be an http(s) address like http://127.0.0.1:7700'],
    [{ DATABASE_URL: 'postgresql://db/forum' }, 'SEAL_KEY: required with DATABASE_URL'],
    [{ SEAL_KEY: 'short' }, 'SEAL_KEY: each key must be 32 bytes in base64'],
    [{ WEB_CONCURRENCY: '2' }, 'WEB_CONCURRENCY: more than one process needs DATABASE_URL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN: must have 16 characters or more'],
    [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL: must be an smtp(s):// address'],
    [{ SMTP_FROM: 'the forum' }, 'SMTP_FROM: must be an e-mail address'],
    [{ DEMO: 'yes' }, 'DEMO: must be 0 or 1'],
  ])('refuses %j in one line that names it', (env, message) => {
    const read = () => readConfig(env);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(message);
    expect(read).toThrow(/^Configuration: [^\n]*$/);
  });
});
