import { resolve } from 'node:path';
import { BackupError } from '#prisma/backup/format.ts';
import { finishRestore, openBackup, readThrough, restoreDatabase } from '#prisma/backup/restore-database.ts';
import { readErasures, type Erasures } from '#app/domain/privacy/restored/read-erasures.ts';
import { repeatErasures } from '#app/domain/privacy/restored/repeat-erasures.server.ts';
import { searchCommand } from '#app/domain/search/search-command.server.ts';
import { readArchive } from '../backup/archive.server.ts';
import { currentDatabase } from '../db.server.ts';
import { areKnownSealKeys, OTHER_SEAL_KEY } from '../known-seal-keys.server.ts';
import { sealKeys } from '../seal-keys.server.ts';
import { EXIT, type CommandIo } from './command.ts';
import { parseOneFile } from './one-file.ts';

/**
 * Who was signed in may have been signed out since, and who asked for mail may have ended it: with a newer ledger beside it, a backup
 * is an old one.
 */
const ENDED_SINCE: ReadonlySet<string> = new Set(['mail_follows', 'mail_links', 'sessions']);

const OPTIONS = { identity: { type: 'string' }, erasures: { type: 'string' } } as const;

/**
 * What `restore` is given, read to its end before a database is opened or made: a file that is none, not whole or of a newer version
 * costs nothing but the reading.
 */
export async function checkBackup(args: string[], io: CommandIo): Promise<number> {
  const { file, identity, erasures } = readArguments(args, io.cwd);
  return tellingWhy(io, async () => {
    if (erasures !== undefined) await readErasures(readArchive(erasures, identity));
    await readThrough(readArchive(file, identity));
  });
}

/**
 * `restore FILE [--identity FILE] [--erasures FILE]`: puts a backup into an empty database, erases again what was erased since it
 * was made, as far as the ledger in the newer file says, and makes the index anew.
 */
export async function restore(args: string[], io: CommandIo): Promise<number> {
  const { file, identity, erasures } = readArguments(args, io.cwd);
  return tellingWhy(io, async () => {
    // Read before anything is touched: what cannot be erased again must not come back.
    const since = erasures === undefined ? null : await readErasures(readArchive(erasures, identity));
    await load(readArchive(file, identity), since, io);
    await searchCommand(['rebuild'], io);
    await finishRestore(currentDatabase());
    if (erasures === undefined) {
      io.out('Who was signed in still is. Erased since the backup was made? --erasures names a newer file that knows.');
    }
    io.out(`The forum is restored. ${await sayOfKey()}`);
  });
}

async function sayOfKey(): Promise<string> {
  const isItsOwn = await areKnownSealKeys(currentDatabase(), sealKeys());
  if (isItsOwn === null) return 'It needs the SEAL_KEY that it had.';
  return isItsOwn ? 'SEAL_KEY is the one that it had.' : OTHER_SEAL_KEY;
}

async function tellingWhy(io: CommandIo, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    io.err(`Nothing was restored: ${error.message}.`);
    return EXIT.failed;
  }
}

async function load(lines: AsyncGenerator<string>, since: Erasures | null, io: CommandIo): Promise<void> {
  let rows = 0;
  const onRow = (done: number): void => {
    rows = done;
    if (done % 1_000 === 0) io.progress(done, null, `${done.toLocaleString('en')} rows`);
  };
  const backup = await openBackup(lines);
  await restoreDatabase(currentDatabase(), backup, { onRow, ...(since && { without: ENDED_SINCE }) });
  io.out(`${rows.toLocaleString('en')} rows of ${backup.head.hour} are back, and are what they were.`);
  if (!since) return;
  const { posts, passages, accounts } = await repeatErasures(since);
  io.out(
    `Erased again: ${posts} posts, passages of ${passages} more, ${accounts} accounts. Everybody signs in, and asks for mail, anew.`,
  );
}

function readArguments(args: string[], cwd: string) {
  const { file, values } = parseOneFile(args, OPTIONS, 'Give one backup to restore.');
  const at = (path: string | undefined) => (path === undefined ? undefined : resolve(cwd, path));
  return { file: resolve(cwd, file), identity: at(values.identity), erasures: at(values.erasures) };
}
