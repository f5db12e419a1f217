import type pg from 'pg';
import { expect, test } from 'vitest';
import { StatementNames } from './statement-names.ts';

/** A connection whose server says `serving`, while it was told `told` when it was made. */
function connection(told: number, serving: number): pg.ClientBase {
  return { processID: told, query: () => Promise.resolve({ rows: [{ pid: serving }] }) } as unknown as pg.ClientBase;
}

async function namesOn(...connections: pg.ClientBase[]): Promise<StatementNames> {
  const names = new StatementNames();
  for (const one of connections) await names.look(one);
  return names;
}

test('a statement has a name of its own from the second time on', async () => {
  const names = await namesOn(connection(7, 7));
  expect([names.of('SELECT $1'), names.of('SELECT $2')]).toEqual(['', '']);
  const [one, other] = [names.of('SELECT $1'), names.of('SELECT $2')];
  expect(one).not.toBe('');
  expect(other).not.toBe('');
  expect(other).not.toBe(one);
  expect(names.of('SELECT $1')).toBe(one);
});

test('nothing has a name behind a pooler, nor before it is known', async () => {
  for (const names of [
    new StatementNames(),
    await namesOn(connection(7, 8)),
    await namesOn(connection(7, 7), connection(9, 8), connection(6, 6)),
  ]) {
    expect([names.of('SELECT $1'), names.of('SELECT $1')]).toEqual(['', '']);
  }
});

test('there are never more names than a server should remember', async () => {
  const names = await namesOn(connection(7, 7));
  const statements = Array.from({ length: 3_000 }, (_, index) => `SELECT $1, ${index}`);
  const given = statements.map((sql) => [names.of(sql), names.of(sql)][1]).filter((name) => name !== '');
  expect(given).toHaveLength(500);
});
