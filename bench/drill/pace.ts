import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What came of requests that were sent at a steady pace. */
export type Paced = {
  perSecond: number;
  /** Whole pages that came before the time was over. */
  good: number;
  /** Whole pages that came after it. */
  late: number;
  /** Refused with 429 or 503, and told when to come back. */
  refused: number;
  faults: string[];
};

/** More than wait for their turn in the forum, so that there is always one on which to be refused. */
const CONNECTIONS = 300;
/** Ms after which nobody waits for an answer any more. */
const PATIENCE = 10_000;
/** Ms between two handfuls of requests. */
const BEAT = 20;

/**
 * Asks `origin` for `path` so many times a second for so many seconds, whether or not earlier answers have come, and waits for all of them. As a proxy does,
 * it keeps its connections: Node takes in one new one a turn of its loop, and a turn is long when there is much to do.
 */
export async function askAtPace(
  { origin, path }: { origin: string; path: string },
  pace: { perSecond: number; seconds: number },
): Promise<Paced> {
  const address = origin + path;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, maxFreeSockets: CONNECTIONS });
  await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(`${origin}/healthz`, { agent })));
  const outcome: Paced = { perSecond: 0, good: 0, late: 0, refused: 0, faults: [] };
  const asking: Promise<void>[] = [];
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const note = ({ status, retryAfter, fault }: Answer): void => {
    if (fault !== undefined) outcome.faults.push(fault);
    else if (status === 200) outcome[elapsed() < pace.seconds ? 'good' : 'late']++;
    else if ((status === 429 || status === 503) && retryAfter !== undefined) outcome.refused++;
    else outcome.faults.push(`status ${status}`);
  };
  while (elapsed() < pace.seconds) {
    while (asking.length < pace.perSecond * elapsed())
      asking.push(ask(address, { agent, timeout: PATIENCE }).then(note));
    await pause(BEAT);
  }
  outcome.perSecond = asking.length / elapsed();
  await Promise.all(asking);
  agent.destroy();
  return outcome;
}

type Answer = { status: number; retryAfter: string | undefined; fault: string | undefined };

/** `fault`: why there was no whole answer, in a word. */
export function ask(
  address: string,
  options: { agent: Agent; headers?: Record<string, string>; timeout?: number },
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = get(address, options, (response) => {
      response.resume();
      response.once('close', () => {
        const { statusCode: status = 0, headers } = response;
        const fault = response.complete ? undefined : 'cut off';
        resolve({ status, retryAfter: headers['retry-after'], fault });
      });
    });
    request.once('timeout', () => request.destroy(new Error('no answer')));
    request.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: 0, retryAfter: undefined, fault: error.code ?? error.message }),
    );
  });
}
