import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { currentDatabase, db } from '#app/platform/db.server.ts';
import { freePort } from '#search/testing/free-port.ts';
import { isUnavailable, openDatabase } from './client.ts';

/** What is thrown by something that has to fail. */
async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

const raise = (code: string): string => `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;

describe('a database that cannot just now', () => {
  it.each(['53100', '57P03', '58030', '53300'])('is known by what it says (%s), in a transaction too', async (code) => {
    expect(isUnavailable(await thrownBy(db.$executeRawUnsafe(raise(code))))).toBe(true);
    expect(isUnavailable(await thrownBy(db.$transaction((tx) => tx.$executeRawUnsafe(raise(code)))))).toBe(true);
  });

  it('is known when a row cannot be written, by the query of a model', async () => {
    await db.$executeRawUnsafe(`
      CREATE FUNCTION fail_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$`);
    await db.$executeRawUnsafe('CREATE TRIGGER full_disk BEFORE INSERT ON settings EXECUTE FUNCTION fail_full()');
    const data = { key: randomBytes(4).toString('hex'), value: '' };
    expect(isUnavailable(await thrownBy(db.setting.create({ data })))).toBe(true);
    await db.$executeRawUnsafe('DROP FUNCTION fail_full CASCADE');
  });

  it('is not one that refuses what is wrong', async () => {
    expect(isUnavailable(await thrownBy(db.$executeRawUnsafe('SELECT nothing FROM nowhere')))).toBe(false);
    expect(isUnavailable(await thrownBy(db.$executeRawUnsafe(raise('23505'))))).toBe(false);
    expect(isUnavailable(new Error('full'))).toBe(false);
    expect(isUnavailable(undefined)).toBe(false);
  });
});

// The embedded one is nowhere else.
if (currentDatabase().kind === 'server') {
  it('a server that ends the connection, or is not there, cannot just now', async () => {
    const ended = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    });
    expect(isUnavailable(await thrownBy(ended))).toBe(true);
    const databaseUrl = `postgresql://forum@127.0.0.1:${await freePort()}/forum`;
    expect(isUnavailable(await thrownBy(openDatabase({ databaseUrl })))).toBe(true);
  });
}
