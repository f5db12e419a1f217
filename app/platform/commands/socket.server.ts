import { rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { type CommandIo, EXIT } from './command.ts';
import { PROTOCOL, receive, requestSchema, send, type CommandRequest } from './messages.ts';
import { runCommand } from './run-command.server.ts';
import { controlSocketPath } from './socket-path.ts';

/**
 * Lets `npm run admin`, `import` and the like reach this process through `control.sock` in `dataDir`, open to this system
 * user alone. Call it with the lock on `dataDir` held: a socket that is there already is a dead process's and is replaced.
 * `close` interrupts the commands that run and waits for them.
 *
 * @throws when the path is too long for a socket or the directory cannot be written.
 */
export async function serveCommands(dataDir: string): Promise<{ close(): Promise<void> }> {
  const path = controlSocketPath(dataDir);
  await rm(path, { force: true });
  const running = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    running.set(
      socket,
      answer(socket).finally(() => running.delete(socket)),
    );
  });
  await listenPrivately(server, path);
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      const ending = [...running.values()];
      for (const socket of running.keys()) socket.destroy();
      await Promise.all([closed, ...ending]);
    },
  };
}

/** Binding happens within `listen`, so the socket is nobody else's from its first moment on. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  const listening = once(server, 'listening');
  const previous = process.umask(0o177);
  try {
    server.listen({ path, exclusive: true });
  } finally {
    process.umask(previous);
  }
  await listening;
}

async function answer(socket: Socket): Promise<void> {
  const gone = new AbortController();
  socket.on('error', () => gone.abort());
  socket.on('close', () => gone.abort());
  send(socket, { greeting: PROTOCOL, pid: process.pid });
  const request = await firstRequest(socket);
  // Nothing more is read, but only a flowing socket notices that the other end has closed.
  socket.resume();
  if (request === undefined) {
    socket.end();
    return;
  }
  const exit = await runCommand(request.command, request.args, ioOver(socket, request, gone.signal));
  send(socket, { exit });
  socket.end();
}

/** What the caller asks for; undefined when they left or spoke nonsense. Further words on the connection are not read. */
async function firstRequest(socket: Socket): Promise<CommandRequest | undefined> {
  try {
    for await (const request of receive(socket, requestSchema)) return request;
    return undefined;
  } catch {
    send(socket, {
      err: 'The forum did not understand the command: the program may have been updated. Restart the forum.',
    });
    send(socket, { exit: EXIT.failed });
    return undefined;
  }
}

function ioOver(socket: Socket, request: CommandRequest, signal: AbortSignal): CommandIo {
  return {
    out: (line) => send(socket, { out: line }),
    err: (line) => send(socket, { err: line }),
    progress: (done, total, label) => send(socket, { done, total, label }),
    cwd: request.cwd,
    isTerminal: request.isTerminal,
    columns: request.columns,
    signal,
  };
}
