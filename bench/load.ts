import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { anew } from './anew.ts';
import type { MeasuredServer } from './measured-server.ts';
import { quantile } from './quantile.ts';

export type Load = { perSecond: number; cpuMsPerRequest: number; rssMb: number };

const AT_ONCE = 8;
/** A page tells how often it was read: its length is not always the same to the byte. */
const TOLERANCE = 0.02;

/** `isAnew`: made for each request, by an address of its own. */
export type Page = { path: string; cookie?: string | undefined; isAnew?: boolean };

export type Asked = Page & { bytes: number };

/** A page, and how long it is. */
export async function toAsk({ origin }: MeasuredServer, page: Page): Promise<Asked> {
  const response = await fetch(origin + page.path, { headers: headersFor(page) });
  return { ...page, bytes: (await response.arrayBuffer()).byteLength };
}

function headersFor({ cookie }: Page): Record<string, string> {
  return cookie === undefined ? {} : { Cookie: cookie };
}

/**
 * Asks `server` for a path `requests` times, eight at a time on kept connections, after a warm-up, and gives what one cost it.
 *
 * @param warmUp Requests before: V8 makes a page's code twice as fast in the course of the first few thousand.
 * @param elsewhere CPU in ms that was used beside the server's own process so far: that of its database.
 * @throws when an answer is not 200, or is far from as long as it should be.
 */
export async function load(
  server: MeasuredServer,
  asked: Asked,
  requests: number,
  { warmUp = 400, elsewhere = () => 0 }: { warmUp?: number; elsewhere?: () => number } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = () => askOnce(server, asked, agent);
  await repeat(ask, warmUp);
  const [before, elsewhereBefore] = [await server.cost(), elsewhere()];
  const started = performance.now();
  await repeat(ask, requests);
  const seconds = (performance.now() - started) / 1000;
  const after = await server.cost();
  const cpuMs = after.cpuMs - before.cpuMs + elsewhere() - elsewhereBefore;
  agent.destroy();
  return { perSecond: requests / seconds, cpuMsPerRequest: cpuMs / requests, rssMb: after.rssMb };
}

/** Rounds in which two servers are asked in turns. */
const ROUNDS = 25;

type Asking = { server: MeasuredServer; asked: Asked };

/**
 * What a request costs two servers that are held against each other. They are asked in turns, in many short rounds, and each is given by the
 * middle one of its rounds: what else the machine does meanwhile falls on both alike, and a busy moment on neither.
 *
 * @param requests of each server, over all rounds.
 */
export async function loadInTurns(one: Asking, other: Asking, requests: number): Promise<[Load, Load]> {
  const loads: [Load[], Load[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    loads[0].push(await load(one.server, one.asked, Math.ceil(requests / ROUNDS)));
    loads[1].push(await load(other.server, other.asked, Math.ceil(requests / ROUNDS)));
  }
  return [middle(loads[0]), middle(loads[1])];
}

function middle(loads: readonly Load[]): Load {
  const of = (key: keyof Load): number =>
    quantile(
      loads.map((load) => load[key]),
      0.5,
    );
  return { perSecond: of('perSecond'), cpuMsPerRequest: of('cpuMsPerRequest'), rssMb: of('rssMb') };
}

/** Ms of which 99 of 100 answers took less, asked at a steady pace whether or not earlier ones have come. */
export async function p99AtPace(
  server: MeasuredServer,
  asked: Asked,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const asking = Array.from({ length: Math.round(perSecond * seconds) }, async (_, index) => {
    await pause((1000 * index) / perSecond);
    const due = started + (1000 * index) / perSecond;
    await askOnce(server, asked, agent);
    return performance.now() - due;
  });
  const took = await Promise.all(asking);
  agent.destroy();
  return quantile(took, 0.99);
}

/** Asks so many times, eight at a time. */
export async function repeat(ask: (nth: number) => Promise<unknown>, times: number): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) await ask(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function askOnce({ origin }: MeasuredServer, asked: Asked, agent: Agent): Promise<void> {
  const { path, bytes, isAnew = false } = asked;
  const address = new URL(isAnew ? anew(path) : path, origin);
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: headersFor(asked) }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => (length += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200 && Math.abs(length - bytes) <= TOLERANCE * bytes) resolve();
        else reject(new Error(`${address.pathname}: ${response.statusCode} with ${length} bytes, not ${bytes}`));
      });
    }).on('error', reject);
  });
}
