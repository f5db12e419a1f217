import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { currentDatabase } from '#app/platform/db.server.ts';
import { openDatabase, type Database, type Transaction } from './client.ts';
import { withDatabaseName } from './testing/server-statements.ts';

const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((database) => database.close())));

async function nameOf(client: Pick<Transaction, '$queryRaw'>): Promise<string> {
  const [row] = await client.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  return row?.name ?? '';
}

/** Two databases of one server stand for the primary and its replica, so that an answer says where it comes from. */
async function open(replica: (server: string) => string, readsReplica: () => boolean) {
  const base = inject('serverBase');
  const server = 'url' in base ? base.url : '';
  const primary = await nameOf(currentDatabase().prisma);
  const databaseUrl = withDatabaseName(server, primary);
  const database = await openDatabase({ databaseUrl, replicaUrl: replica(server), readsReplica });
  opened.push(database);
  return { database, primary };
}

if (currentDatabase().kind === 'server') {
  test('reads that may be behind go to the replica, everything else to the primary', async () => {
    let isWanted = true;
    const { database, primary } = await open(
      (server) => server,
      () => isWanted,
    );
    // One that is slow to answer on a busy machine is left alone for a while, and then asked again.
    await vi.waitFor(async () => expect(await nameOf(database.prisma)).toBe('postgres'), { timeout: 60_000 });
    expect(await database.prisma.$transaction((tx) => nameOf(tx))).toBe(primary);
    isWanted = false;
    expect(await nameOf(database.prisma)).toBe(primary);
  });

  test('a replica that gives no answer is left alone for a while, and the primary answers', async () => {
    let asked = 0;
    const mute = createServer((socket) => {
      asked++;
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const { database, primary } = await open(
      () => `postgresql://forum@127.0.0.1:${port}/forum`,
      () => true,
    );
    expect(await nameOf(database.prisma)).toBe(primary);
    // However long that took, the while is not over.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    expect(await nameOf(database.prisma)).toBe(primary);
    clock.mockRestore();
    expect(asked).toBe(1);
    mute.close();
  });
} else {
  test('the embedded database has no replica', () => {
    expect(currentDatabase().replica).toBeUndefined();
  });
}
