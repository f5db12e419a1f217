import { DatabaseIsNewer } from '#prisma/migrate.ts';
import { ConfigError } from '../config.server.ts';

const MENDED_BY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already. Set PORT to a free one',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  ENOSPC: 'the disk is full. Make room',
  // PostgreSQL's word for it, of the embedded database.
  '53100': 'the disk is full. Make room',
};

/** Why the forum could not be opened, in one line that says what to mend; with LOG_LEVEL=debug also where it happened. */
export function setUpFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error instanceof DatabaseIsNewer) return error.message;
  if (process.env['LOG_LEVEL'] === 'debug' && error.stack !== undefined) return error.stack;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' && message.startsWith('listen')) {
    return 'Cannot start: who runs the forum may not listen there. Set PORT to one above 1023.';
  }
  return `Cannot start: ${(code === undefined ? undefined : MENDED_BY[code]) ?? message}.`;
}
