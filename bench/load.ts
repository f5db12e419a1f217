import { Agent, get } from 'node:http';
import type { MeasuredServer } from './measured-server.ts';

export type Load = { perSecond: number; cpuMsPerRequest: number; rssMb: number };

const WARM_UP = 400;
const AT_ONCE = 8;
/** A page tells how often it was read: its length is not always the same to the byte. */
const TOLERANCE = 0.02;

/**
 * Asks `path` of `server` `requests` times, eight at a time on kept connections, after a warm-up, and gives what one cost it.
 *
 * @throws when an answer is not 200, or is far from `bytes` long.
 */
export async function load(server: MeasuredServer, path: string, requests: number, bytes: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = () => askOnce(new URL(path, server.origin), agent, bytes);
  await repeat(ask, WARM_UP);
  const before = await server.cost();
  const started = performance.now();
  await repeat(ask, requests);
  const seconds = (performance.now() - started) / 1000;
  const after = await server.cost();
  agent.destroy();
  return {
    perSecond: requests / seconds,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / requests,
    rssMb: after.rssMb,
  };
}

async function repeat(ask: () => Promise<void>, times: number): Promise<void> {
  let left = times;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function askOnce(address: URL, agent: Agent, bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => (length += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200 && Math.abs(length - bytes) <= TOLERANCE * bytes) resolve();
        else reject(new Error(`${address.pathname}: ${response.statusCode} with ${length} bytes, not ${bytes}`));
      });
    }).on('error', reject);
  });
}
