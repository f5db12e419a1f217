import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importThreads, type ImportCounts } from '#app/domain/posts/import/import-threads.server.ts';
import { topicSlugSchema } from '#app/domain/topics/schema.ts';
import { tidyDatabase } from '../tidy-database.server.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';
import { parseOneFile } from './one-file.ts';

/** `import FILE.jsonl [--create-topics GROUP]`: exit code 1 when a line was refused or the file cannot be read. */
export async function importFile(args: string[], io: CommandIo): Promise<number> {
  const { file, createTopicsIn } = readArguments(args);
  const handle = await openFile(resolve(io.cwd, file), io);
  if (!handle) return EXIT.failed;
  try {
    const { size } = await handle.stat();
    const counts = await importThreads(handle.createReadStream({ autoClose: false }), {
      createTopicsIn,
      onRefused: (line, reason) => io.err(`Line ${line}: ${reason}`),
      onProgress: (bytes, { threads, posts }) => {
        io.progress(bytes, size > 0 ? size : null, `${count(threads, 'thread')}, ${count(posts, 'post')}`);
      },
      signal: io.signal,
    });
    // What came may be most of what there is now.
    await tidyDatabase();
    io.out(summary(counts));
    return counts.refused > 0 ? EXIT.failed : EXIT.done;
  } finally {
    await handle.close();
  }
}

function readArguments(args: string[]): { file: string; createTopicsIn: string | undefined } {
  const { file, values } = parseOneFile(args, { 'create-topics': { type: 'string' } }, 'Give one file to import.');
  const createTopicsIn = values['create-topics'];
  if (createTopicsIn !== undefined && !topicSlugSchema.safeParse(createTopicsIn).success) {
    throw new UsageError('The group of --create-topics must be a slug such as "between-sessions".');
  }
  return { file, createTopicsIn };
}

async function openFile(path: string, io: CommandIo): Promise<FileHandle | undefined> {
  try {
    const handle = await open(path, 'r');
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
    io.err(`${path} is a folder.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    io.err(code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${code}`);
  }
  return undefined;
}

function summary({ threads, posts, present, refused }: ImportCounts): string {
  const parts = [`Imported ${count(threads, 'thread')} with ${count(posts, 'post')}`];
  if (present > 0) parts.push(`${count(present, 'thread')} here already`);
  if (refused > 0) parts.push(`${count(refused, 'line')} refused`);
  return `${parts.join('; ')}.`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
