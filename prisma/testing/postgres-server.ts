import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A role that is not there and is asked for a password all the same: whoever comes by its name is refused. */
const ASKED_FOR_A_PASSWORD = 'local all forum_with_password scram-sha-256';
const DEBIAN = '/usr/lib/postgresql';

/** The folder of a PostgreSQL's programs: on the PATH, else the newest of Debian's. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = existsSync(DEBIAN) ? await readdir(DEBIAN) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin'));
  return [...(process.env['PATH'] ?? '').split(delimiter), ...newestFirst].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

/** Starts a server in a temporary folder, reached by a socket there; nothing in it outlives `stop`. */
export async function startPostgres(binaries: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'forum-pg-'));
  const user = await unprivilegedUser();
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  await promisify(execFile)(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'forum', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'],
    { ...user, cwd: folder },
  );
  const rules = join(data, 'pg_hba.conf');
  await writeFile(rules, `${ASKED_FOR_A_PASSWORD}\n${await readFile(rules, 'utf8')}`);
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'timezone=Asia/Kolkata'];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-h', '', ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stopAtOnce = (): void => void server.kill('SIGQUIT');
  process.once('exit', stopAtOnce);
  const stop = async (): Promise<void> => {
    process.off('exit', stopAtOnce);
    stopAtOnce();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await becomesReady(server.stderr))) {
    await stop();
    throw new Error(`${join(binaries, 'postgres')} did not start`);
  }
  return { url: `postgresql://forum@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}

async function becomesReady(log: NodeJS.ReadableStream): Promise<boolean> {
  const lines = createInterface({ input: log });
  return new Promise((resolve) => {
    lines.on('line', (line) => line.includes('ready to accept connections') && resolve(true));
    lines.once('close', () => resolve(false));
  });
}

/** PostgreSQL refuses to run as root: then as the system's user for it, or as nobody. */
export async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = ['postgres', 'nobody'].map((name) => passwd.find(([user]) => user === name)).find(Boolean);
  return entry && { uid: Number(entry[2]), gid: Number(entry[3]) };
}
