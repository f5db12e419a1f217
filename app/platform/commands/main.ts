import { readConfig, type Config } from '../config.server.ts';
import { DataDirInUse } from '../data-lock.server.ts';
import { setUpFault } from '../set-up/set-up-fault.ts';
import { callForum } from './call-forum.server.ts';
import { EXIT, type CommandIo } from './command.ts';
import { COMMANDS, usageOf } from './registry.server.ts';
import { checkCommand, runCommand } from './run-command.server.ts';
import { terminalIo } from './terminal-io.server.ts';

/**
 * `node build/server/commands.js NAME ARGUMENT…`: runs a command in the forum that has the embedded database open, or, where
 * none runs or the database is a server, in this process.
 */
async function main([name, ...args]: string[]): Promise<number> {
  const interrupted = new AbortController();
  // Once: a second Ctrl-C ends the process at once.
  process.once('SIGINT', () => interrupted.abort());
  // npm runs scripts in the package's folder, and says where it was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const io = terminalIo(process.stdout, process.stderr, { cwd, signal: interrupted.signal });
  try {
    if (name === undefined || name === 'help' || args.includes('--help')) {
      usageOf(name).forEach(io.out);
      return EXIT.done;
    }
    // Said before anything is opened.
    const command = COMMANDS.get(name);
    if (!command || command.needsNothing) return await runCommand(name, args, io);
    const config = readConfig(process.env);
    const checked = await checkCommand(name, args, io);
    return checked === EXIT.done ? await runWhereTheDatabaseIs(config, name, args, io) : checked;
  } catch (error) {
    io.err(setUpFault(error));
    return EXIT.failed;
  } finally {
    io.end();
  }
}

async function runWhereTheDatabaseIs(config: Config, name: string, args: string[], io: CommandIo): Promise<number> {
  if (config.databaseUrl === undefined) {
    const exit = await callForum(config.dataDir, { name, args }, io);
    if (exit !== 'no-forum') return exit;
  }
  return runAlone(config, name, args, io);
}

/** Loaded only now: a command that the forum runs needs none of it here. */
async function runAlone(config: Config, name: string, args: string[], io: CommandIo): Promise<number> {
  const { openForum } = await import('../host/open-forum.server.ts');
  const { closeMarkdown } = await import('../markdown/markdown.server.ts');
  const forum = await openForum(config, io.err).catch((error: unknown) => {
    // It has the directory and does not listen on its socket.
    if (error instanceof DataDirInUse)
      io.err('A forum that is just starting or stopping takes no commands: try again.');
    throw error;
  });
  try {
    return await runCommand(name, args, io);
  } finally {
    await closeMarkdown();
    await forum.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
