import { whatWeHold } from '#app/domain/privacy/what-we-hold.server.ts';
import { readConfig } from '../config.server.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';

/** `what-we-hold PENNAME`: for whoever asks what the forum knows about them, and for the operator to see how little it is. */
export async function printWhatWeHold(args: string[], io: CommandIo): Promise<number> {
  const [penName, ...rest] = args;
  if (penName === undefined || rest.length > 0) throw new UsageError('Give one pen name.');
  const lines = await whatWeHold(penName, { origin: readConfig(process.env).origin });
  if (lines === null) {
    io.err(`There is no member "${penName}". What was written anonymously names nobody and cannot be looked up.`);
    return EXIT.failed;
  }
  lines.forEach(io.out);
  return EXIT.done;
}
