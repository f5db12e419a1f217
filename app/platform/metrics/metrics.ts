import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What `/metrics` shows: how the program does, and never who did what. No label is a path, a name or an id.
 */
export const registry = new Registry();

collectDefaultMetrics({ register: registry });

/** `made`: by Remix or from a file; `refused`: before it came to either. */
export type ServedFrom = 'made' | 'refused';

/** Pages sent from memory since `/metrics` was asked for: to count each by its labels would cost more than to find the page. */
const sentFromMemory = { '2xx': 0, '3xx': 0 };

const requests = new Counter({
  name: 'forum_requests_total',
  help: 'Requests by where their answer came from (kept: from memory) and the class of its status',
  labelNames: ['from', 'status'] as const,
  registers: [registry],
  collect() {
    for (const status of ['2xx', '3xx'] as const) {
      this.inc({ from: 'kept', status }, sentFromMemory[status]);
      sentFromMemory[status] = 0;
    }
  },
});

const seconds = new Histogram({
  name: 'forum_request_seconds',
  help: 'From reading the head of a request to the end of its answer, where it did not come from memory',
  labelNames: ['from'] as const,
  buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

/** Notes a page sent from memory: whole, or as one that its reader has. Nothing is waited for, so there is no time to note. */
export function countKept(isKnown: boolean): void {
  sentFromMemory[isKnown ? '3xx' : '2xx'] += 1;
}

/** Notes another answer. `status` is an HTTP status, `ms` how long it took. */
export function countRequest(from: ServedFrom, status: number, ms: number): void {
  requests.inc({ from, status: `${Math.floor(status / 100)}xx` });
  seconds.observe({ from }, ms / 1_000);
}

const waiting = new Gauge({
  name: 'forum_requests_waiting',
  help: 'Requests that wait for their turn',
  registers: [registry],
});

/** Notes how many wait for their turn in this process. */
export function noteWaiting(count: number): void {
  waiting.set(count);
}

/** `full`: too many waited already; `late`: its turn did not come in time. */
export type TurnedAway = 'full' | 'late';

const turnedAway = new Counter({
  name: 'forum_requests_turned_away_total',
  help: 'Requests that were told to come again since there were too many, by why',
  labelNames: ['why'] as const,
  registers: [registry],
});

export function countTurnedAway(why: TurnedAway): void {
  turnedAway.inc({ why });
}

/** Notes one who was turned away before anything was looked up. */
export function countCrowdedOut(): void {
  countTurnedAway('full');
  requests.inc({ from: 'refused', status: '5xx' });
}

const renders = new Histogram({
  name: 'forum_markdown_seconds',
  help: 'Rendering and sanitising texts in the worker thread, by outcome',
  labelNames: ['outcome'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4],
  registers: [registry],
});

export function countRender(isInTime: boolean, ms: number): void {
  renders.observe({ outcome: isInTime ? 'rendered' : 'too-slow' }, ms / 1_000);
}

export type Figures = Awaited<ReturnType<typeof registry.getMetricsAsJSON>>;

/** What `registry` holds, to be put together with that of other processes. */
export async function figures(): Promise<Figures> {
  const all = await registry.getMetricsAsJSON();
  // On an average one that stands still among some that do not would not be seen.
  return all.map((one) => (one.name.startsWith('nodejs_eventloop_lag_p') ? { ...one, aggregator: 'max' } : one));
}

/**
 * A number that is asked for when `/metrics` is. Where it cannot be had it is left out of that answer.
 *
 * The same whichever process reads it: of several the largest is shown.
 *
 * @param name In the manner of Prometheus, without the `forum_` in front.
 */
export function gauge(name: string, help: string, read: () => number | Promise<number>): void {
  new Gauge({
    name: `forum_${name}`,
    help,
    registers: [registry],
    aggregator: 'max',
    async collect() {
      try {
        this.set(await read());
      } catch {
        this.reset();
      }
    },
  });
}
