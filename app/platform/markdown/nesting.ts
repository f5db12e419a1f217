/**
 * Whether block quotes and list items in `source` stand deeper in one another than `limit`. Reads each character a bounded
 * number of times, so that it can stand before parsers that cannot bear depth. It follows the container rules of
 * CommonMark 0.31 §5; where `marked` sees deeper than they do, `parseMarkdown` counts again.
 */
export function nestsDeeperThan(source: string, limit: number): boolean {
  let open: Open = { containers: [], fence: null, paragraph: false };
  for (const line of source.split('\n')) {
    open = readLine(new Line(line), open, limit);
    if (open.containers.length > limit) return true;
  }
  return false;
}

/** What a line stands in: `>` of a quote, or an item whose content starts `indent` columns in. */
type Container = { kind: 'quote' } | { kind: 'item'; indent: number };
type Fence = { mark: string; length: number; depth: number };
type Open = { containers: Container[]; fence: Fence | null; paragraph: boolean };

function readLine(line: Line, open: Open, limit: number): Open {
  const kept = countContinued(line, open.containers);
  const stays = kept === open.containers.length;

  if (open.fence && kept >= open.fence.depth) {
    return { ...open, fence: closesFence(line.rest(), open.fence) ? null : open.fence };
  }
  const containers = open.containers.slice(0, kept);
  let container = openContainer(line);
  while (container && containers.length <= limit) {
    containers.push(container);
    container = openContainer(line);
  }
  const rest = line.rest();
  const opened = containers.length > kept;
  // A line that goes on with a paragraph may leave out the markers of what the paragraph stands in.
  if (!stays && !opened && open.paragraph && isPlain(rest)) return { ...open, fence: null };
  const fence = startFence(rest, containers.length);
  return { containers, fence, paragraph: fence === null && isPlain(rest) };
}

/** Steps over the markers of the open containers and says how many of them go on in this line. */
function countContinued(line: Line, containers: readonly Container[]): number {
  for (const [index, container] of containers.entries()) {
    if (container.kind === 'quote') {
      if (!line.takeQuoteMark()) return index;
    } else if (!line.isBlank()) {
      if (line.indent() < container.indent) return index;
      line.takeColumns(container.indent);
    }
  }
  return containers.length;
}

const BULLET = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
const RULE = /([-*_])(?:[ \t]*\1){2,}[ \t]*$/y;

function openContainer(line: Line): Container | null {
  const indent = line.indent();
  if (indent > 3) return null;
  if (line.takeQuoteMark()) return { kind: 'quote' };
  if (line.matchAfterIndent(RULE) !== null) return null;
  const bullet = line.matchAfterIndent(BULLET);
  if (bullet === null) return null;
  line.takeColumns(indent + bullet.length);
  const gap = line.indent();
  // More than four spaces after the marker are one space and an indented code block.
  const padding = line.isBlank() || gap > 4 ? 1 : gap;
  line.takeColumns(padding);
  return { kind: 'item', indent: indent + bullet.length + padding };
}

function startFence(rest: string, depth: number): Fence | null {
  const match = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(rest);
  const marks = match?.[1] ?? match?.[2];
  return marks === undefined ? null : { mark: marks.charAt(0), length: marks.length, depth };
}

function closesFence(rest: string, fence: Fence): boolean {
  const text = rest.trim();
  return text.length >= fence.length && text === fence.mark.repeat(text.length);
}

function isPlain(rest: string): boolean {
  return rest.trim() !== '' && !/^ {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3})/.test(rest);
}

/** A line being read from the left, in columns: a tab reaches to the next multiple of four. */
class Line {
  #text: string;
  #at = 0;
  #column = 0;
  /** Columns of a tab that have been taken without the tab being used up. */
  #owed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  indent(): number {
    return this.#nextText().column - this.#column;
  }

  isBlank(): boolean {
    return this.#nextText().at === this.#text.length;
  }

  rest(): string {
    return ' '.repeat(this.indent()) + this.#text.slice(this.#nextText().at);
  }

  matchAfterIndent(pattern: RegExp): string | null {
    pattern.lastIndex = this.#nextText().at;
    return pattern.exec(this.#text)?.[0] ?? null;
  }

  /** Takes `>` after at most three spaces, and the one space that belongs to it. */
  takeQuoteMark(): boolean {
    const indent = this.indent();
    if (indent > 3 || this.#text[this.#nextText().at] !== '>') return false;
    this.takeColumns(indent + 1);
    if (this.indent() > 0) this.takeColumns(1);
    return true;
  }

  takeColumns(count: number): void {
    for (let left = count; left > 0 && this.#at < this.#text.length; left--) {
      const width = this.#text[this.#at] === '\t' ? 4 - ((this.#column - this.#owed) % 4) : 1;
      this.#column++;
      this.#owed++;
      if (this.#owed === width) {
        this.#at++;
        this.#owed = 0;
      }
    }
  }

  #nextText(): { at: number; column: number } {
    let at = this.#at;
    let column = this.#column - this.#owed;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') {
      column += this.#text[at] === '\t' ? 4 - (column % 4) : 1;
      at++;
    }
    return { at, column: Math.max(column, this.#column) };
  }
}
