import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { callForum } from '#app/platform/commands/call-forum.server.ts';
import { recordingIo } from '#app/platform/commands/recording-io.ts';

const run = promisify(execFile);

/**
 * `npm run NAME -- ARGUMENT…` beside the forum that the journeys visit, as an operator would call it.
 *
 * @throws with what the command said when it fails.
 */
export async function runCommand(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['build/server/commands.js', ...args], {
    env: { ...process.env, DATA_DIR: process.env['E2E_DATA_DIR'], PORT: process.env['E2E_PORT'] },
  });
  return stdout;
}

/**
 * The same, as the command itself tells the running forum, without starting a program for it.
 *
 * @throws with what the forum said when it fails.
 */
export async function tellForum(name: string, ...args: string[]): Promise<void> {
  const io = recordingIo();
  const exit = await callForum(process.env['E2E_DATA_DIR'] ?? '', { name, args }, io, 120_000);
  if (exit !== 0) throw new Error(`${exit}: ${io.errLines.join('\n')}`);
}
