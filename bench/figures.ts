import { appendFileSync } from 'node:fs';

/** One thing that was measured. */
export type Figure = {
  what: string;
  value: string;
  /** What it has to reach; without one it is told and decides nothing. */
  bar?: string;
  isMet?: boolean;
  /** Of what it cost the share that a bare server takes for the same bytes, in the same run: 0 to 1. */
  ofBare?: number;
  /** How many times as much as in the smaller forum, or on the first page. */
  growth?: number;
  /** What was seen where the bar is missed, or what the figure stands beside. */
  note?: string;
};

/** Where who runs several of them gathers their figures for a table, a line of JSON each (app/platform/host/figures-table.mjs). */
const GATHERED_IN = process.env['FIGURES_FILE'];

/** What one benchmark, or one drill, has measured: each figure a line on the terminal, and one in the table of a run of several. */
export class Figures {
  readonly #about: string;
  /** Whether every bar so far was met. */
  isMet = true;

  /** @param about what is measured, and on what: the line above the figures, and what they stand under in the table. */
  constructor(about: string) {
    this.#about = about;
    console.log(about);
  }

  /** Tells a figure. One that misses its bar has the process end with 1. */
  tell(figure: Figure): void {
    if (figure.isMet === false) {
      this.isMet = false;
      process.exitCode ??= 1;
    }
    console.log(lineOf(figure));
    handOver({ about: this.#about, ...figure });
  }
}

/** Nothing is measured, and why. */
export function tellSkipped(about: string, why: string): void {
  console.log(`${about}: skipped, ${why}`);
  handOver({ about, what: `skipped, ${why}`, value: '' });
}

/** `1.23 ms`. */
export function ms(value: number, digits = 2): string {
  return `${value.toFixed(digits)} ms`;
}

function lineOf({ what, value, bar, isMet, ofBare, growth, note }: Figure): string {
  const parts = [
    `  ${what.padEnd(48)} ${value.padStart(14)}`,
    bar === undefined ? '' : `(bar ${bar}) ${isMet === false ? 'MISSED' : 'holds'}`,
    ofBare === undefined ? '' : `${(100 * ofBare).toFixed(ofBare < 0.1 ? 1 : 0)} % of bare`,
    growth === undefined ? '' : `${growth.toFixed(2)} ×`,
    note ?? '',
  ];
  return parts.filter((part) => part !== '').join('   ');
}

function handOver(row: object): void {
  if (GATHERED_IN !== undefined) appendFileSync(GATHERED_IN, `${JSON.stringify(row)}\n`);
}

// Not reached by what throws, is killed or breaks off: so it can be told from what missed a bar.
process.once('beforeExit', () => handOver({ isThrough: true }));
