import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a benchmark or drill handed over (bench/figures.ts): a figure, or that it came to its end.
 *
 * @typedef {{ about: string, what: string, value: string, bar?: string, isMet?: boolean, ofBare?: number, growth?: number }} Row
 */

const COLUMNS = ['', 'figure', 'bar', 'met', 'of bare', 'growth'];

/** The figures of several programs that were run one after the other, for one table at the end. */
export class FiguresTable {
  #folder = mkdtempSync(join(tmpdir(), 'forum-figures-'));
  /** @type {Row[]} */
  #rows = [];

  /**
   * Runs one of them, which is given the environment by which its figures come here.
   *
   * @param {string} name
   * @param {(env: Record<string, string>) => { status: number | null, signal?: string | null }} program
   * @returns {boolean} whether it came to its end and met its bars
   */
  gather(name, program) {
    const file = join(this.#folder, name);
    const { status, signal } = program({ FIGURES_FILE: file });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const handed = lines.map((line) => JSON.parse(line));
    this.#rows.push(...handed.filter((row) => row.isThrough !== true));
    const isThrough = handed.some((row) => row.isThrough === true);
    if (!isThrough) this.#rows.push(brokenOff(name, status, signal));
    return isThrough && status === 0;
  }

  /** The table, and takes away what it was made from. */
  end() {
    rmSync(this.#folder, { recursive: true, force: true });
    return tableOf(this.#rows);
  }
}

/** @param {string} name @param {number | null} status @param {string | null | undefined} signal @returns {Row} */
function brokenOff(name, status, signal) {
  return { about: name, what: 'did not come to its end', value: signal ?? `exit code ${status}`, isMet: false };
}

/** @param {Row[]} rows */
function tableOf(rows) {
  const cells = rows.map(({ what, value, bar, isMet, ofBare, growth }) => [
    `  ${what}`,
    value,
    bar ?? '',
    isMet === undefined ? '' : isMet ? 'yes' : 'NO',
    ofBare === undefined ? '' : `${(100 * ofBare).toFixed(ofBare < 0.1 ? 1 : 0)} %`,
    growth === undefined ? '' : `${growth.toFixed(2)} ×`,
  ]);
  const widths = COLUMNS.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  /** @param {string[]} row */
  const line = (row) => {
    const padded = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    return padded.join('   ').trimEnd();
  };
  const lines = [line(COLUMNS)];
  for (const [at, row] of rows.entries()) {
    if (row.about !== rows[at - 1]?.about) lines.push(row.about);
    lines.push(line(cells[at] ?? []));
  }
  const missed = rows.filter(({ isMet }) => isMet === false).length;
  const barred = rows.filter(({ bar, isMet }) => bar !== undefined || isMet !== undefined).length;
  lines.push(`${barred - missed} of ${barred} bars met`);
  return lines.join('\n');
}
