import { seed } from '#prisma/seed/seed.ts';
import { readConfig } from '../config.server.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';

/** `db:migrate`: whoever opens the database migrates it, so by the time that a command runs it is done. */
export function migrated(args: string[], io: CommandIo): Promise<number> {
  refuseArguments(args);
  io.out('The database is at the version of this program.');
  return Promise.resolve(EXIT.done);
}

/** `db:seed`: what a start does, for a database that was just made or whose forum was started with DEMO=0. */
export async function seedNow(args: string[], io: CommandIo): Promise<number> {
  refuseArguments(args);
  await seed({ demo: readConfig(process.env).demo, log: io.out });
  return EXIT.done;
}

function refuseArguments(args: string[]): void {
  if (args.length > 0) throw new UsageError('This command takes no arguments.');
}
