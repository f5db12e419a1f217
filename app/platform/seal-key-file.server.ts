import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Config } from './config.server.ts';

const KEY_BYTES = 32;

/**
 * The keys for `useSealKeys`, newest first: SEAL_KEY, else those of `DATA_DIR/secrets/seal-key`, which the first start makes for
 * its owner's eyes alone. The caller holds the lock of the data directory, so no two starts make two keys.
 *
 * @throws ConfigError when the file is no key, when others on this machine may read it, or when it is missing beside a database:
 *   what was sealed with the key that belongs to it would be nobody's.
 */
export async function loadSealKeys(config: Pick<Config, 'sealKeys' | 'dataDir'>): Promise<readonly Buffer[]> {
  if (config.sealKeys.length > 0) return config.sealKeys;
  const directory = join(config.dataDir, 'secrets');
  const file = join(directory, 'seal-key');
  const mode = await modeOf(file);
  if (mode === undefined) {
    if ((await modeOf(join(config.dataDir, 'db'))) !== undefined) throw new ConfigError(lostKey(config.dataDir, file));
    return [await makeKey(directory, file)];
  }
  if ((mode & 0o077) !== 0) {
    throw new ConfigError(`${file} can be read by others on this machine. Keep it to its owner: chmod 600 ${file}`);
  }
  return readKeys(file);
}

function lostKey(dataDir: string, file: string): string {
  return (
    `There is a database in ${dataDir} and no key beside it: put its key back at ${file}, or name it in SEAL_KEY. ` +
    'If it is lost for good, put 32 random bytes in base64 there; what was written anonymously is nobody’s then'
  );
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readKeys(file: string): Promise<Buffer[]> {
  const text = await readFile(file, 'utf8');
  const keys = text.split(/[\s,]+/).filter((part) => part !== '');
  const bytes = keys.map((key) => Buffer.from(key, 'base64'));
  if (bytes.length === 0 || bytes.some((key) => key.length !== KEY_BYTES)) {
    throw new ConfigError(`${file} is damaged: it must hold 32 bytes in base64, one key a line, the newest first`);
  }
  return bytes;
}

/** Written whole under another name first: a crash leaves a key or none, never half of one. */
async function makeKey(directory: string, file: string): Promise<Buffer> {
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o700);
  const key = randomBytes(KEY_BYTES);
  const draft = await open(`${file}.new`, 'w', 0o600);
  try {
    await draft.writeFile(`${key.toString('base64')}\n`);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.new`, file);
  return key;
}
