import type { Seen, Weight } from './open-page.ts';

/** A page on a phone, and its layout shift at a desk beside it. */
export type Row = { name: string; weight: Weight; requests: number; seen: Seen; shiftAtDesk: number };

const NAME = 20;
const CELL = 9;

/** Prints a line for each page: kB as they come over the wire, layout shift as the browser scores it, ms. */
export function printRows(rows: readonly Row[]): void {
  const kinds = ['HTML kB', 'CSS', 'JS', 'images', 'other', 'in all', 'fonts'];
  console.log(line('', [...kinds, 'requests', 'shift', 'at desk', 'LCP ms', 'TBT ms']));
  for (const { name, weight, requests, seen, shiftAtDesk } of rows) {
    const { html, css, js, images, other, fonts } = weight;
    const sizes = [html, css, js, images, other, withoutFonts(weight), fonts].map((bytes) => kb(bytes).toFixed(1));
    const shifts = [seen.shift, shiftAtDesk].map((shift) => shift.toFixed(4));
    const times = [seen.largestMs, seen.blockedMs].map((ms) => ms.toFixed(0));
    console.log(line(name, [...sizes, String(requests), ...shifts, ...times]));
  }
}

export function withoutFonts({ fonts, ...rest }: Weight): number {
  return Object.values(rest).reduce((sum, bytes) => sum + bytes, 0);
}

export function kb(bytes: number): number {
  return bytes / 1000;
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(NAME)}${cells.map((cell) => cell.padStart(CELL)).join('')}`;
}
