import { join, relative, resolve } from 'node:path';

/** What fits into `sun_path` with its closing NUL: 108 bytes on Linux, 104 on macOS and the BSDs. */
const LONGEST = process.platform === 'linux' ? 107 : 103;

/**
 * Where the control socket of a data directory is, in words short enough for the operating system: the whole path, or else
 * the way there from the current directory.
 *
 * @throws when neither is short enough.
 */
export function controlSocketPath(dataDir: string, cwd = process.cwd()): string {
  const whole = join(resolve(cwd, dataDir), 'control.sock');
  const fitting = [whole, relative(cwd, whole)].find((path) => Buffer.byteLength(path) <= LONGEST);
  if (fitting === undefined) {
    throw new Error(
      `DATA_DIR: the path ${whole} is longer than the ${LONGEST} bytes that a socket may have; choose a shorter one`,
    );
  }
  return fitting;
}
