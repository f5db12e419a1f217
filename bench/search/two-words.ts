import { Agent } from 'node:http';
import { ms, type Figures } from '../figures.ts';
import { repeat } from '../load.ts';
import type { MeasuredServer } from '../measured-server.ts';
import { quantile } from '../quantile.ts';
import { addressOf, read } from './measure.ts';

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

/** Where two words are searched for: the page shows what the API answers. */
const PLACES = { 'a page for two words': '/search', 'the same over the API': '/api/v1/search' };
/** How the pairs are asked before, as often as a page is before it is measured, and never for the same: V8 makes code faster for some thousand requests. */
const WARM_UP = ['the', 'and', 'of'].flatMap((word) => [
  (pair: string) => `${pair} ${word}`,
  (pair: string) => `${word} ${pair}`,
]);

/**
 * Searches for two words at a time, at no place for the same two twice. Tells what one search costs, asked as pages are (`load`): the forum's work for it and the
 * database's, and beside it that of the engine, where it is a process of its own; and how long one takes, one after the other.
 */
export async function tellTwoWords(figures: Figures, server: MeasuredServer, asking: Asking): Promise<void> {
  for (const [what, path] of Object.entries(PLACES)) await tellPlace(figures, server, { ...asking, what, path });
}

type AskingAt = Asking & { what: string; path: string };

async function tellPlace(figures: Figures, server: MeasuredServer, asking: AskingAt): Promise<void> {
  const { engine, databases, engineCpu, what, path } = asking;
  const agent = new Agent({ keepAlive: true });
  const pairs = pairsOf(asking.titles);
  const ask = async (query: string, at: number): Promise<number> => {
    const url = new URL(path, server.origin);
    url.searchParams.set('q', query);
    const started = performance.now();
    await read(url, agent, addressOf(at));
    return performance.now() - started;
  };
  const askAll = (way: (pair: string) => string) => repeat((at) => ask(way(pairs[at] ?? ''), at), pairs.length);
  for (const way of WARM_UP) await askAll(way);
  const before = [(await server.cost()).cpuMs + databases(), engineCpu()] as const;
  await askAll((pair) => pair);
  const cpu = ((await server.cost()).cpuMs + databases() - before[0]) / pairs.length;
  const cpuOfEngine = (engineCpu() - before[1]) / pairs.length;
  const times: number[] = [];
  for (const [at, pair] of pairs.entries()) times.push(await ask(pair.split(' ').reverse().join(' '), at));
  agent.destroy();
  const p95 = quantile(times, 0.95);
  const bars = BARS[engine];
  figures.tell({
    what,
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
