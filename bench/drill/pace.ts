import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

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
 * Asks `origin` for what `pathOf` gives so many times a second for so many seconds, whether or not earlier answers have come, and waits for all of them. As a proxy does,
 * it keeps its connections: Node takes in one new one a turn of its loop, and a turn is long when there is much to do. It asks by undici, for a half of what
 * `node:http` costs: whoever asks takes their time from the same machine.
 */
export async function askAtPace(
  { origin, pathOf }: { origin: string; pathOf: () => string },
  pace: { perSecond: number; seconds: number },
): Promise<Paced> {
  const pool = new Pool(origin, { connections: CONNECTIONS, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
  await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(pool, '/healthz')));
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
    while (asking.length < pace.perSecond * elapsed()) asking.push(ask(pool, pathOf()).then(note));
    await pause(BEAT);
  }
  outcome.perSecond = asking.length / elapsed();
  await Promise.all(asking);
  await pool.destroy();
  return outcome;
}

type Answer = { status: number; retryAfter: string | undefined; fault: string | undefined };

/** `fault`: why there was no whole answer, in a word. */
export async function ask(pool: Pool, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  try {
    const { statusCode: status, headers: answered, body } = await pool.request({ method: 'GET', path, headers });
    await body.bytes();
    return { status, retryAfter: answered['retry-after']?.toString(), fault: undefined };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { status: 0, retryAfter: undefined, fault: code ?? message };
  }
}
