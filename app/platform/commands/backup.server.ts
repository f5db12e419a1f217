import { resolve } from 'node:path';
import { BackupError } from '#prisma/backup/format.ts';
import { writeBackup } from '#prisma/backup/write-backup.ts';
import { archiveAt } from '../backup/archive.server.ts';
import { currentHour } from '../clock.server.ts';
import { currentDatabase } from '../db.server.ts';
import { EXIT, type CommandIo } from './command.ts';
import { parseOneFile } from './one-file.ts';

const OPTIONS = {
  'encrypt-to': { type: 'string' },
  erasures: { type: 'boolean' },
  replace: { type: 'boolean' },
} as const;

/** `backup FILE [--encrypt-to age1…] [--erasures] [--replace]`: everything as of one moment, while the forum goes on. */
export async function backup(args: string[], io: CommandIo): Promise<number> {
  const { file, holds, ...sealing } = readArguments(args);
  const path = resolve(io.cwd, file);
  let rows = 0;
  const options = { holds, hour: currentHour(), onRow: (done: number) => tell(io, (rows = done)) } as const;
  try {
    await writeBackup(currentDatabase(), options, archiveAt(path, sealing));
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    io.err(`No backup was made: ${error.message}.`);
    return EXIT.failed;
  }
  io.out(`${rows.toLocaleString('en')} rows are in ${path}. It holds no SEAL_KEY: keep that as safe, and elsewhere.`);
  return EXIT.done;
}

function tell(io: CommandIo, done: number): void {
  if (done % 1_000 === 0) io.progress(done, null, `${done.toLocaleString('en')} rows`);
}

function readArguments(args: string[]) {
  const { file, values } = parseOneFile(args, OPTIONS, 'Give one file to write to.');
  const holds = values.erasures === true ? ('erasures' as const) : ('everything' as const);
  return { file, holds, recipient: values['encrypt-to'], replaces: values.replace === true };
}
