import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { currentDatabase, db, type Transaction } from '#app/platform/db.server.ts';
import { isUniqueViolation } from './client.ts';

let last = 0;
const newKey = (): string => `client-test-${++last}`;
const setting = (key: string) => ({ data: { key, value: 1 } });

test('a commit that fails rejects the transaction', async () => {
  await db.$executeRaw`CREATE TABLE later (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)`;
  const commit = db.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO later VALUES (1), (1)`;
  });
  await expect(commit).rejects.toThrow(/23505|unique|Unique/);
  expect(await db.$queryRaw`SELECT * FROM later`).toEqual([]);
});

test('a transaction whose failed statement was swallowed is not reported as committed', async () => {
  const key = newKey();
  await db.setting.create(setting(key));
  const other = newKey();
  const transaction = db.$transaction(async (tx) => {
    await tx.setting.create(setting(other));
    await tx.setting.create(setting(key)).catch(() => undefined);
  });
  await expect(transaction).rejects.toThrow();
  expect(await db.setting.count({ where: { key: other } })).toBe(0);
});

test('a query asks when somebody waits for it, once, and has no accessor', async () => {
  const key = newKey();
  const query = db.$executeRaw`INSERT INTO settings (key, value) VALUES (${key}, '1')`;
  const asked = (): Promise<number> => db.setting.count({ where: { key } });
  expect(await asked()).toBe(0);
  expect([await query, await query, await asked()]).toEqual([1, 1, 1]);
  // Where Prisma makes its queries in another way, plain-promises.ts is of no use any more.
  expect(Object.entries(Object.getOwnPropertyDescriptors(query)).filter(([, { get }]) => get)).toEqual([]);
});

test('a list of queries is one transaction', async () => {
  const key = newKey();
  const list = db.$transaction([db.setting.create(setting(key)), db.setting.create(setting(key))]);
  await expect(list).rejects.toThrow();
  expect(await db.setting.count({ where: { key } })).toBe(0);
  const [made, counted] = await db.$transaction([
    db.setting.create(setting(key)),
    db.setting.count({ where: { key } }),
  ]);
  expect([made.key, counted]).toEqual([key, 1]);
});

test('what a transaction throws rolls it back and comes out', async () => {
  const key = newKey();
  const transaction = db.$transaction(async (tx) => {
    await tx.setting.create(setting(key));
    throw new Error('changed my mind');
  });
  await expect(transaction).rejects.toThrow('changed my mind');
  expect(await db.setting.count({ where: { key } })).toBe(0);
});

test('transactions at once all end, each with its own rows', async () => {
  const keys = Array.from({ length: 20 }, newKey);
  await Promise.all(
    keys.map((key) =>
      db.$transaction(async (tx) => {
        await tx.setting.create(setting(key));
        await tx.setting.update({ where: { key }, data: { value: key } });
      }),
    ),
  );
  const found = await db.setting.findMany({ where: { key: { in: keys } } });
  expect(found.map(({ value }) => value).sort()).toEqual([...keys].sort());
});

test('an isolation level holds in its transaction', async () => {
  const level = await db.$transaction(
    (tx) => tx.$queryRaw<{ level: string }[]>`SELECT current_setting('transaction_isolation') AS level`,
    { isolationLevel: 'Serializable' },
  );
  expect(level).toEqual([{ level: 'serializable' }]);
});

test('a unique violation is known as one, on its index and on no other', async () => {
  const formKey = newKey();
  const topic = await db.topic.findFirstOrThrow({ where: { groupId: { not: null } }, select: { id: true } });
  const hour = new Date(0);
  const create = () => {
    const where = { id: newKey(), scopeId: newKey(), slug: 'slug', topicId: topic.id, formKey };
    const what = { kind: 'dilemma', language: 'en', title: 'Title', perspective: 'client' } as const;
    return db.thread.create({ data: { ...where, ...what, createdAt: hour, lastActivityAt: hour } });
  };
  await create();
  const error: unknown = await create().catch((reason: unknown) => reason);
  expect([undefined, 'formKey', 'externalRef'].map((field) => isUniqueViolation(error, field))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isUniqueViolation(new Error('Unique constraint'))).toBe(false);
});

test('an error tells nothing of the row that was refused', async () => {
  const post = db.$executeRaw`INSERT INTO posts (id, thread_id, number, perspective, language, body, html, text, render_version, created_at)
    VALUES ('p', 't', 1, 'client', 'en', 'what nobody may see', '', '', 1, '2026-01-01T00:00Z')`;
  const error: unknown = await post.catch((reason: unknown) => reason);
  expect(JSON.stringify(error) + String(error)).toContain('posts_one_author');
  expect(JSON.stringify(error) + String(error)).not.toContain('nobody may see');
});

test.each([
  ['threads', 'created_at'],
  ['threads', 'last_activity_at'],
  ['threads', 'locked_at'],
  ['posts', 'created_at'],
  ['posts', 'edited_at'],
  ['revisions', 'created_at'],
  ['moderation_actions', 'created_at'],
])('%s.%s takes whole hours only', async (table, column) => {
  const checks = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE conrelid = ${table}::regclass AND conname = ${`${table}_whole_hours`}`;
  expect(checks[0]?.definition).toContain(`date_trunc('hour'::text, ${column}, 'UTC'::text) = ${column}`);
});

test('times come back as they were given, wherever the server stands', async () => {
  const [row] = await db.$queryRaw<{ zone: string; at: Date }[]>`
    SELECT current_setting('TimeZone') AS zone, ${new Date('2026-03-29T01:00:00Z')}::timestamptz AS at`;
  expect(row).toEqual({ zone: 'UTC', at: new Date('2026-03-29T01:00:00Z') });
});

test('a notice is heard after its transaction, and no more once one stops listening', async () => {
  const heard: string[] = [];
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  const stop = await currentDatabase().listen('client_test', (payload) => {
    heard.push(payload);
    tell();
  });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_notify('client_test', 'first')`;
    expect(heard).toEqual([]);
  });
  await told;
  await stop();
  await db.$executeRaw`SELECT pg_notify('client_test', 'second')`;
  expect(heard).toEqual(['first']);
});

test('one who listens hears again after the connection was lost', async () => {
  const notices = new EventEmitter();
  await currentDatabase().listen('lost_test', (payload) => {
    notices.emit('any');
    notices.emit(payload);
  });
  const backOrHeard = once(notices, 'any');
  await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN "lost_test"'`;
  await db.$executeRaw`SELECT pg_notify('lost_test', 'perhaps missed')`;
  await backOrHeard;
  const heard = once(notices, 'heard');
  await db.$executeRaw`SELECT pg_notify('lost_test', 'heard')`;
  await heard;
});

test('an outbox row wakes who listens', async () => {
  const woken = new Promise<string>((resolve) => {
    void currentDatabase()
      .listen('outbox', resolve)
      .then(() => db.outbox.create({ data: { id: newKey(), entity: 'post', entityId: 'x' } }));
  });
  expect(await woken).toBe('');
});

test('a server reads a statement that comes again only once', async () => {
  const ask = (tx: Transaction) => tx.$queryRaw`SELECT ${'asked again'} AS asked_again`;
  const names = await db.$transaction(async (tx) => {
    for (let times = 0; times < 3; times++) await ask(tx);
    return tx.$queryRaw<
      { name: string }[]
    >`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%asked_again%'`;
  });
  const named = names.filter(({ name }) => name !== '');
  expect(named).toHaveLength(currentDatabase().kind === 'server' ? 1 : 0);
});
