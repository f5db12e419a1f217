import { BackupError, type Digest, endSchema, tableSchema } from './format.ts';

/** A table, before its rows, or one row of the table named last: a JSON array. */
export type BackupPart = { table: string; columns: readonly string[] } | { row: string };

/**
 * The tables and rows of a backup, in its order; `lines` are those after the head, which `digest` has heard of.
 *
 * @throws BackupError at the end when the backup is cut short or was changed: what was read before it is worth nothing then.
 */
export async function* readParts(lines: AsyncIterable<string>, digest: Digest): AsyncGenerator<BackupPart> {
  let rows = 0;
  let isInTable = false;
  let end: { rows: number; sha256: string } | undefined;
  for await (const line of lines) {
    if (end) throw new BackupError('something follows the end of the backup');
    if (line.startsWith('[')) {
      if (!isInTable) throw new BackupError('a row stands before the first table');
      rows += 1;
      yield { row: digest.add(line) };
    } else if (line.startsWith('{"table":')) {
      isInTable = true;
      yield readJson(digest.add(line), tableSchema);
    } else {
      end = readJson(line, endSchema);
    }
  }
  if (!end) throw new BackupError('the backup is cut short');
  if (end.rows !== rows || end.sha256 !== digest.hex())
    throw new BackupError('the backup was changed after it was made');
}

/** Reads a line of a backup. @throws BackupError */
export function readJson<Value>(line: string, schema: { parse(value: unknown): Value }): Value {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new BackupError('a line is not one of a backup');
  }
}
