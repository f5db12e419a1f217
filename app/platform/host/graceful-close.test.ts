import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { GracefulClose } from './graceful-close.server.ts';

test('who is given an answer while the door is being shut may come back for another', async () => {
  const server = createServer();
  const closing = new GracefulClose(server);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  server.on('request', ({ url }, response) => {
    const answer = () => void (url === '/slow' ? released : Promise.resolve()).then(() => response.end());
    const isHeld = closing.holds(answer);
    response.setHeader('Held', String(isHeld));
    if (isHeld) release();
    else answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const isHeld = async (path: string, agent: Agent | false): Promise<boolean> => {
    const [response] = (await once(get({ port, path, agent }), 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    return response.headers['held'] === 'true';
  };
  const back = isHeld('/slow', false).then(() => isHeld('/back', false));
  await once(server, 'request');
  const closed = closing.close();
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  while (!(await isHeld('/', kept)));
  expect(await back).toBe(true);
  await closed;
  kept.destroy();
});
