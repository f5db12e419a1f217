import { Agent } from 'node:http';
import { ms, type Figures } from '../figures.ts';
import type { MeasuredServer } from '../measured-server.ts';
import { quantile } from '../quantile.ts';
import { addressOf, read } from './measure.ts';

const ASKED = 300;
const BARS: Readonly<Record<string, { cpu: number; p95: number }>> = { meilisearch: { cpu: 12, p95: 50 } };
/** Of a title: letters enough to be about something. */
const WORD = /\p{L}{5,}/gu;

type Asking = {
  engine: string;
  titles: readonly string[];
  /** CPU in ms that the databases have used so far. */
  databases: () => number;
  /** The same of Meilisearch. */
  engineCpu: () => number;
};

/**
 * Asks the page of the search for two words at a time, no two of them twice, and tells what one costs: Remix's work for the page and the
 * database's, and beside it that of the engine, where it is a process of its own.
 */
export async function tellTwoWords(figures: Figures, server: MeasuredServer, asking: Asking): Promise<void> {
  const { engine, databases, engineCpu } = asking;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const queries = pairsOf(asking.titles);
  const ask = async (query: string, at: number): Promise<number> => {
    const url = new URL('/search', server.origin);
    url.searchParams.set('q', query);
    const started = performance.now();
    await read(url, agent, addressOf(at));
    return performance.now() - started;
  };
  // The other way round: no page is asked for twice, which would be kept.
  for (const [at, query] of queries.entries()) await ask(query.split(' ').reverse().join(' '), at);
  const before = [(await server.cost()).cpuMs + databases(), engineCpu()] as const;
  const times: number[] = [];
  for (const [at, query] of queries.slice(0, ASKED).entries()) times.push(await ask(query, at));
  const cpu = ((await server.cost()).cpuMs + databases() - before[0]) / times.length;
  const cpuOfEngine = (engineCpu() - before[1]) / times.length;
  agent.destroy();
  const p95 = quantile(times, 0.95);
  const bars = BARS[engine];
  figures.tell({
    what: 'a page for two words',
    value: `${ms(cpu, 1)} CPU`,
    ...(bars && { bar: `${bars.cpu} ms`, isMet: cpu <= bars.cpu }),
    note: `database included${cpuOfEngine > 0 ? `; the engine beside it ${ms(cpuOfEngine, 1)}` : ''}`,
  });
  figures.tell({
    what: 'its p95',
    value: ms(p95, 1),
    ...(bars && { bar: `${bars.p95} ms`, isMet: p95 <= bars.p95 }),
    note: `p50 ${ms(quantile(times, 0.5), 1)}`,
  });
}

/** Two words of each title, as who looks for it remembers them. */
function pairsOf(titles: readonly string[]): string[] {
  const pairs = titles.flatMap((title) => {
    const words = [...title.matchAll(WORD)].map(([word]) => word.toLowerCase());
    const [first, ...others] = words;
    const last = others.at(-1);
    return first === undefined || last === undefined ? [] : `${first} ${last}`;
  });
  return [...new Set(pairs)];
}
