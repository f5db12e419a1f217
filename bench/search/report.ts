import type { Figures, Measured } from './measure.ts';

type Bars = { all: number; classes: Readonly<Record<string, number>>; p95: number };

/** What is to be reached among 50,000 posts: MRR@10, and ms. */
const BARS: Readonly<Record<string, Bars>> = {
  meilisearch: { all: 0.965, classes: { paraphrase: 0.93, keywords_typo: 0.91 }, p95: 50 },
  postgres: { all: 0.93, classes: { title_typo: 0.95, body_common: 0.9 }, p95: 80 },
};

/** Prints what was measured, line by line with its bar; a bar that is missed makes the program's exit code 1. */
export function report(engine: string, { engines, all, byClass, p50, p95, p99 }: Measured): void {
  const bars = BARS[engine];
  const answered = Object.entries(engines).map(([name, times]) => `${name} ${times}`);
  console.log(`  ${engine}   (answered by ${answered.join(', ')})   MRR@10   hit@1`);
  line('all', all, bars?.all);
  for (const [name, figures] of [...byClass].sort()) line(name, figures, bars?.classes[name]);
  const ms = [p50, p95, p99].map((time) => `${time.toFixed(1)} ms`).join(' / ');
  console.log(`    p50 / p95 / p99 over HTTP   ${ms}${bars ? verdict(p95 <= bars.p95, `p95 ${bars.p95} ms`) : ''}`);
}

function line(name: string, { count, mrr, hitAt1 }: Figures, bar: number | undefined): void {
  const figures = `${mrr.toFixed(3).padStart(8)} ${hitAt1.toFixed(3).padStart(7)}`;
  console.log(
    `    ${name.padEnd(16)}${String(count).padStart(6)}${figures}${bar === undefined ? '' : verdict(mrr >= bar, String(bar))}`,
  );
}

function verdict(holds: boolean, bar: string): string {
  if (!holds) process.exitCode = 1;
  return `   (bar ${bar}) ${holds ? 'holds' : 'MISSED'}`;
}
