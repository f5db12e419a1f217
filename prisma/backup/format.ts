import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised when a reader of today could not read what is written. */
export const FORMAT_VERSION = 1;

/**
 * A backup is lines of JSON: a head, then for each table a line with its name and columns and a line for each row (the values
 * as PostgreSQL writes them as text, in the order of the columns), and an end with the digest of all lines before it.
 */
export const headSchema = z.strictObject({
  format: z.literal('both-chairs-backup'),
  version: z.int(),
  /** Everything, or only the ledgers of what was erased, which hold no words. */
  holds: z.enum(['everything', 'erasures']),
  /** The migrations that the database had had. */
  migrations: z.array(z.string()).min(1),
  /** The hour in which it was made. */
  hour: z.iso.datetime(),
});
export const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export const endSchema = z.strictObject({ rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export type Head = z.infer<typeof headSchema>;

/** What cannot be restored, and why, in one line for whoever tried. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** The digest that stands at the end: of every line before it, each with its line end. */
export class Digest {
  readonly #hash = createHash('sha256');

  add(line: string): string {
    this.#hash.update(line).update('\n');
    return line;
  }

  hex(): string {
    return this.#hash.digest('hex');
  }
}
