import { addWordRuleSchema, type NewWordRule } from './schema.ts';

/** What is wrong with a line of a list, counted from 1. */
export type ListFault = { line: number; fault: string };

const HEAD = 'pattern,effect,note';

/** The rules as CSV (RFC 4180) with a head, for a file or another forum. */
export function listOfRules(rules: readonly NewWordRule[]): string {
  return [HEAD, ...rules.map(({ pattern, effect, note }) => [pattern, effect, note ?? ''].map(cell).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Reads such a list. The head, the effect ("hold" then) and the note may be left out; empty lines do not count. */
export function readRuleList(
  list: string,
): { kind: 'read'; rules: NewWordRule[] } | { kind: 'faulty'; faults: ListFault[] } {
  const rules = new Map<string, NewWordRule>();
  const faults: ListFault[] = [];
  for (const [index, text] of list.split(/\r?\n/).entries()) {
    if (text.trim() === '' || (rules.size === 0 && text.trim().toLowerCase() === HEAD)) continue;
    const read = readLine(text);
    if (typeof read === 'string') faults.push({ line: index + 1, fault: read });
    else if (rules.has(read.pattern)) faults.push({ line: index + 1, fault: 'faults.patternTwice' });
    else rules.set(read.pattern, read);
  }
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'read', rules: [...rules.values()] };
}

/** The rule in a line, or what is wrong with it. */
function readLine(line: string): NewWordRule | string {
  const cells = cellsOf(line);
  if (!cells || cells.length > 3) return 'faults.lineShape';
  const [pattern = '', effect = '', note = ''] = cells.map((text) => text.trim());
  const parsed = addWordRuleSchema.safeParse({ pattern, effect: effect === '' ? 'hold' : effect, note });
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'faults.lineShape');
}

/** The cells of a line; null where its quotation marks do not pair. */
function cellsOf(line: string): string[] | null {
  const cells: string[] = [];
  const cellAt = /\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y;
  for (;;) {
    const found = cellAt.exec(line);
    if (!found) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '') return cells;
  }
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
