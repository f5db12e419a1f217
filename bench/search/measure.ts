import { Agent, get } from 'node:http';
import { z } from 'zod';
import { quantile } from '../quantile.ts';
import type { KnownItemQuery } from './corpus.ts';

/** Hits that are looked at. */
const DEPTH = 10;

const answerSchema = z.looseObject({
  engine: z.string(),
  hits: z.array(z.looseObject({ externalRef: z.string().nullable() })),
});

export type Found = { count: number; mrr: number; hitAt1: number };
export type Measured = {
  /** Which engines answered how often. */
  engines: Record<string, number>;
  all: Found;
  byClass: Map<string, Found>;
  /** Ms. */
  p50: number;
  p95: number;
  p99: number;
};

type Outcome = { class: string; rank: number | null; ms: number; engine: string };

/** Asks every query of the forum's API, one after the other, and tells where what should be found was found. */
export async function measure(origin: string, queries: readonly KnownItemQuery[]): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const outcomes: Outcome[] = [];
  for (const [at, query] of queries.entries()) outcomes.push(await ask({ origin, agent, at }, query));
  agent.destroy();
  const classes = [...new Set(outcomes.map((outcome) => outcome.class))];
  const times = outcomes.map(({ ms }) => ms);
  const engines: Record<string, number> = {};
  for (const { engine } of outcomes) engines[engine] = (engines[engine] ?? 0) + 1;
  return {
    engines,
    all: foundIn(outcomes),
    byClass: new Map(classes.map((name) => [name, foundIn(outcomes.filter((outcome) => outcome.class === name))])),
    ...{ p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) },
  };
}

type Asking = { origin: string; agent: Agent; at: number };

async function ask({ origin, agent, at }: Asking, query: KnownItemQuery): Promise<Outcome> {
  const url = new URL('/api/v1/search', origin);
  url.searchParams.set('q', query.query);
  url.searchParams.set('limit', String(DEPTH));
  const started = performance.now();
  const answer = answerSchema.parse(JSON.parse(await read(url, agent, addressOf(at))));
  const ms = performance.now() - started;
  const found = answer.hits.findIndex(({ externalRef }) => query.relevantThreadIds.includes(externalRef ?? ''));
  return { class: query.class, rank: found === -1 ? null : found + 1, ms, engine: answer.engine };
}

/** Each query of another address: one alone may not ask as much. */
export function addressOf(at: number): string {
  return `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
}

/** What is answered to a guest at `address`. @throws for any status but 200. */
export function read(url: URL, agent: Agent, address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'X-Forwarded-For': address } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`A query was answered with ${response.statusCode}`));
      });
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

function foundIn(outcomes: readonly Outcome[]): Found {
  const mean = (value: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length;
  return {
    count: outcomes.length,
    mrr: mean(({ rank }) => (rank === null ? 0 : 1 / rank)),
    hitAt1: mean(({ rank }) => (rank === 1 ? 1 : 0)),
  };
}
