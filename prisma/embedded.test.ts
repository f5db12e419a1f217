import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './client.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'forum-embedded-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('a process killed while it writes loses nothing that it was told is done', async () => {
  const writer = run(`
    const { openDatabase } = await import('#prisma/client.ts');
    const { prisma } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    await prisma.$executeRaw\`CREATE TABLE written (number int)\`;
    for (let number = 1; ; number++) {
      await prisma.$transaction(async (tx) => {
        await tx.$executeRaw\`INSERT INTO written VALUES (\${number})\`;
        await tx.$executeRaw\`INSERT INTO written VALUES (\${-number})\`;
      });
      process.stdout.write(number + '\\n');
    }`);
  const acknowledged = await killAfterLines(writer, 40);

  const { prisma, close } = await openDatabase({ dataDir });
  const rows = await prisma.$queryRaw<{ number: number }[]>`SELECT number FROM written`;
  await close();
  const found = new Set(rows.map(({ number }) => number));
  expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
  expect([...found].filter((number) => !found.has(-number))).toEqual([]);
});

test('a first start that was killed does not stand in the way of the next', async () => {
  // Killed from within: who had to be told first would come too late on a busy machine.
  const starter = run(`
    const { openDatabase } = await import('#prisma/client.ts');
    const { watch } = await import('node:fs');
    watch(${JSON.stringify(dataDir)}, () => process.kill(process.pid, 'SIGKILL'));
    await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });`);
  await once(starter, 'close');
  expect(await readdir(dataDir)).toEqual(['db.new']);

  const { prisma, close } = await openDatabase({ dataDir });
  expect(await prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  await close();
  expect(await readdir(dataDir)).toEqual(['db']);
});

function run(program: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The numbers that `child` printed until it was killed. */
async function killAfterLines(child: ChildProcess, count: number): Promise<number[]> {
  const lines: number[] = [];
  const ended = once(child, 'close');
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    if (lines.push(Number(line)) === count) child.kill('SIGKILL');
  });
  await ended;
  return lines;
}
