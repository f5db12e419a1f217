import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { EXIT, type CommandIo } from './command.ts';
import { answerSchema, PROTOCOL, receive, send, type CommandRequest } from './messages.ts';
import { controlSocketPath } from './socket-path.ts';

/** Ms after which a forum that took the connection and has not said a word counts as hung. */
const PATIENCE = 10_000;

/**
 * Has the forum that runs on `dataDir` run a command, its words going to `io`. Gives the exit code, or `no-forum` when none
 * listens there. Aborting `io.signal` interrupts the command over there.
 */
export async function callForum(
  dataDir: string,
  command: { name: string; args: string[] },
  io: CommandIo,
  patience = PATIENCE,
): Promise<number | 'no-forum'> {
  const socket = await reach(controlSocketPath(dataDir), io);
  if (socket === 'no-forum' || socket === 'refused') return socket === 'no-forum' ? socket : EXIT.failed;
  const request: CommandRequest = {
    command: command.name,
    args: command.args,
    cwd: io.cwd,
    isTerminal: io.isTerminal,
    columns: io.columns,
  };
  const hangUp = (): void => void socket.destroy();
  io.signal.addEventListener('abort', hangUp, { once: true });
  try {
    return await converse(socket, request, io, patience);
  } finally {
    io.signal.removeEventListener('abort', hangUp);
    socket.destroy();
  }
}

async function reach(path: string, io: CommandIo): Promise<Socket | 'no-forum' | 'refused'> {
  const socket = connect({ path });
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A socket that nobody listens on was left behind by a process that was killed.
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'no-forum';
    io.err(
      code === 'EACCES' || code === 'EPERM'
        ? `${path} belongs to another user: run the command as the user that runs the forum.`
        : `The forum cannot be reached through ${path}: ${String(code ?? error)}`,
    );
    return 'refused';
  }
}

async function converse(socket: Socket, request: CommandRequest, io: CommandIo, patience: number): Promise<number> {
  const silence = setTimeout(() => {
    io.err(`The forum takes no commands: it did not answer within ${patience / 1000} s. Nothing was done.`);
    socket.destroy();
  }, patience);
  try {
    for await (const answer of receive(socket, answerSchema)) {
      if ('greeting' in answer) {
        clearTimeout(silence);
        if (answer.greeting !== PROTOCOL) {
          io.err(`The running forum (process ${answer.pid}) is of another version than this program: restart it.`);
          return EXIT.failed;
        }
        send(socket, request);
      } else if ('out' in answer) io.out(answer.out);
      else if ('err' in answer) io.err(answer.err);
      else if ('exit' in answer) return answer.exit;
      else io.progress(answer.done, answer.total, answer.label);
    }
  } catch {
    // A connection that broke and one that closed before its exit code come to the same.
  } finally {
    clearTimeout(silence);
  }
  if (io.signal.aborted) {
    io.err('Interrupted: what was done by then stays.');
    return EXIT.interrupted;
  }
  io.err('The connection to the forum ended before the command was done.');
  return EXIT.failed;
}
