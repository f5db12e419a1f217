import { DomainError } from '../errors.ts';
import { EXIT, UsageError, type Command, type CommandIo } from './command.ts';
import { COMMANDS, usageOf } from './registry.server.ts';

/**
 * Runs the command `name` and gives its exit code: 0 done, 1 failed, 2 called wrongly, 130 interrupted. Never throws: what
 * goes wrong is told to the caller alone, who may see it, and never to the log.
 */
export async function runCommand(name: string, args: string[], io: CommandIo): Promise<number> {
  const command = COMMANDS.get(name);
  if (!command) {
    io.err(`There is no command "${name}".`);
    usageOf(undefined).forEach(io.err);
    return EXIT.usage;
  }
  return runLoaded(name, () => command.load(), args, io);
}

/** The same for what the command wants to be looked at before anything is opened; 0 where it wants nothing. */
export async function checkCommand(name: string, args: string[], io: CommandIo): Promise<number> {
  const loadCheck = COMMANDS.get(name)?.loadCheck;
  return loadCheck ? runLoaded(name, loadCheck, args, io) : EXIT.done;
}

async function runLoaded(name: string, load: () => Promise<Command>, args: string[], io: CommandIo): Promise<number> {
  try {
    const run = await load();
    return await run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(error.message);
      usageOf(name).forEach(io.err);
      return EXIT.usage;
    }
    if (io.signal.aborted) {
      io.err('Interrupted: what was done by then stays.');
      return EXIT.interrupted;
    }
    io.err(error instanceof DomainError ? error.message : `Failed: ${describe(error)}`);
    return EXIT.failed;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
