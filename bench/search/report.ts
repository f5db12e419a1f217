import { ms, type Figures } from '../figures.ts';
import type { Found, Measured } from './measure.ts';

type Bars = { all?: number; classes: Readonly<Record<string, number>>; p95: number };

/** What is to be reached among so many posts: MRR@10, and ms. */
const POSTS = 50_000;
const BARS: Readonly<Record<string, Bars>> = {
  meilisearch: { all: 0.965, classes: { paraphrase: 0.93, keywords_typo: 0.91 }, p95: 50 },
  postgres: { all: 0.93, classes: { title_typo: 0.95, body_common: 0.9 }, p95: 80 },
};

/** Among more an answer may take so many times as long. What is found then is told, and has no bar. */
const LONGER = 3;

/** Tells what was measured of an engine among `posts` posts, each figure beside its bar. */
export function report(
  figures: Figures,
  { engine, posts, measured }: { engine: string; posts: number; measured: Measured },
): void {
  const { all, byClass, p50, p95, p99 } = measured;
  const bars = barsFor(engine, posts);
  tellFound(figures, 'MRR@10 of all queries', all, bars?.all);
  for (const [name, found] of [...byClass].sort()) tellFound(figures, `of ${name}`, found, bars?.classes[name]);
  figures.tell({
    what: 'p95 over HTTP',
    value: ms(p95, 1),
    ...(bars && { bar: `${bars.p95} ms`, isMet: p95 <= bars.p95 }),
    note: `p50 ${ms(p50, 1)}, p99 ${ms(p99, 1)}`,
  });
}

function barsFor(engine: string, posts: number): Bars | undefined {
  const bars = BARS[engine];
  return bars && posts > POSTS ? { classes: {}, p95: LONGER * bars.p95 } : bars;
}

function tellFound(figures: Figures, what: string, { count, mrr, hitAt1 }: Found, bar: number | undefined): void {
  figures.tell({
    what,
    value: mrr.toFixed(3),
    ...(bar !== undefined && { bar: String(bar), isMet: mrr >= bar }),
    note: `${count} queries, ${hitAt1.toFixed(3)} in the first place`,
  });
}
