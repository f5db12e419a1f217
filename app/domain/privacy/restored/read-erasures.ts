import { readParts } from '#prisma/backup/read-lines.ts';
import { openBackup } from '#prisma/backup/restore-database.ts';

/** A row of the ledger of erasures: a post up to a version, whole or a passage of that version. */
export type ErasedText = { id: string; postId: string; version: number; span: { start: number; end: number } | null };

/** What was erased, without a word of it: texts, and accounts by their digests (hexadecimal). */
export type Erasures = { texts: ErasedText[]; accounts: string[] };

/**
 * Reads the ledgers of erasures out of a backup, or out of a file that holds only them.
 *
 * @throws BackupError when it is neither, or not whole: then something would come back.
 */
export async function readErasures(source: AsyncIterator<string>): Promise<Erasures> {
  const { digest, lines } = await openBackup(source);
  const erasures: Erasures = { texts: [], accounts: [] };
  let take: ((values: Values) => void) | undefined;
  for await (const part of readParts(lines, digest)) {
    if ('table' in part) take = takerOf(part, erasures);
    else take?.(JSON.parse(part.row) as Values);
  }
  return erasures;
}

type Values = readonly (string | null)[];

function takerOf(
  { table, columns }: { table: string; columns: readonly string[] },
  erasures: Erasures,
): ((values: Values) => void) | undefined {
  const at = (name: string): number => columns.indexOf(name);
  if (table === 'erased_accounts')
    return (values) => void erasures.accounts.push((values[at('digest')] ?? '').replace(/^\\x/, ''));
  if (table !== 'erased_texts') return undefined;
  return (values) => {
    const [start, end] = [values[at('span_start')] ?? null, values[at('span_end')] ?? null];
    erasures.texts.push({
      id: values[at('id')] ?? '',
      postId: values[at('post_id')] ?? '',
      version: Number(values[at('version')]),
      span: start === null || end === null ? null : { start: Number(start), end: Number(end) },
    });
  };
}
