import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What came of requests that were sent at a steady pace. */
export type Paced = {
  perSecond: number;
  good: number;
  /** Refused with 429 or 503, and told when to come back. */
  refused: number;
  faults: string[];
};

/** Ms between two handfuls of requests. */
const BEAT = 20;

/** Asks for `address` so many times a second for so many seconds, whether or not earlier answers have come, and waits for all of them. */
export async function askAtPace(address: string, pace: { perSecond: number; seconds: number }): Promise<Paced> {
  const agent = new Agent({ keepAlive: true });
  const outcome: Paced = { perSecond: 0, good: 0, refused: 0, faults: [] };
  const asking: Promise<void>[] = [];
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  while (elapsed() < pace.seconds) {
    while (asking.length < pace.perSecond * elapsed()) asking.push(askOnce(address, agent, outcome));
    await pause(BEAT);
  }
  outcome.perSecond = asking.length / elapsed();
  await Promise.all(asking);
  agent.destroy();
  return outcome;
}

async function askOnce(address: string, agent: Agent, outcome: Paced): Promise<void> {
  const answer = await ask(address, { agent });
  if (answer.fault !== undefined) outcome.faults.push(answer.fault);
  else if (answer.status === 200) outcome.good++;
  else if ((answer.status === 429 || answer.status === 503) && answer.retryAfter !== undefined) outcome.refused++;
  else outcome.faults.push(`status ${answer.status}`);
}

type Answer = { status: number; retryAfter: string | undefined; fault: string | undefined };

/** `fault`: why there was no whole answer, in a word. */
export function ask(address: string, options: { agent: Agent; headers?: Record<string, string> }): Promise<Answer> {
  return new Promise((resolve) => {
    get(address, options, (response) => {
      response.resume();
      response.once('close', () => {
        const { statusCode: status = 0, headers } = response;
        const fault = response.complete ? undefined : 'cut off';
        resolve({ status, retryAfter: headers['retry-after'], fault });
      });
    }).once('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: 0, retryAfter: undefined, fault: error.code ?? error.name }),
    );
  });
}
