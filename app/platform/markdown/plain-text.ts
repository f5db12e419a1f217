const BLOCKS = new Set(['P', 'H3', 'H4', 'H5', 'H6', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'TABLE', 'HR']);
const LINES = new Set(['LI', 'TR', 'BR']);

/**
 * The words of rendered HTML without its markup: paragraphs parted by an empty line, items, rows and broken lines by a line
 * end, cells by a tab.
 */
export function plainText(root: Node): string {
  const parts: string[] = [];
  collect(root, parts, false);
  return parts
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(node: Node, parts: string[], preformatted: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === child.TEXT_NODE) {
      const text = child.nodeValue ?? '';
      // Outside code a line end in the HTML is layout of the source.
      parts.push(preformatted ? text : text.replace(/\n/g, ''));
      continue;
    }
    const name = child.nodeName;
    if (BLOCKS.has(name)) parts.push('\n\n');
    else if (LINES.has(name)) parts.push('\n');
    collect(child, parts, preformatted || name === 'PRE');
    if (BLOCKS.has(name)) parts.push('\n\n');
    else if (name === 'TH' || name === 'TD') parts.push('\t');
  }
}
