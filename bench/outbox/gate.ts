import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be shut: connections break off and new ones are refused. */
export type Gate = { host: string; shut(): void; open(): void; close(): void };

export async function openGate(host: string): Promise<Gate> {
  const target = new URL(host);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => sockets.delete(one));
    }
    socket.pipe(onward).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  const { port } = address;
  const shut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: `http://127.0.0.1:${port}`,
    shut,
    open: () => void server.listen(port, '127.0.0.1'),
    close: shut,
  };
}
