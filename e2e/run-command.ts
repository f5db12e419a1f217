import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

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
