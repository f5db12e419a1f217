import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { currentDatabase } from '#app/platform/db.server.ts';

/** Drills that are done in some seconds when they are made small; each on the database of this run. */
const QUICK: Readonly<Record<string, string[]>> = {
  'kill-9': ['--rounds', '1'],
};

const { kind } = currentDatabase();

test.each(Object.entries(QUICK))('the drill %s meets its bars, those of time left aside', async (name, options) => {
  const drill = ['--import', 'tsx', `bench/drill/${name}.drill.ts`, '--on', kind, '--patient', ...options];
  const child = spawn(process.execPath, drill, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  const [exit] = (await once(child, 'close')) as [number | null];
  expect(exit, said.join('')).toBe(0);
});
