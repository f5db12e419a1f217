/** A stretch of a guide: the heading that it begins with, as plain text, and its HTML with that heading in it. */
export type GuidePart = { heading: string | null; html: string };

/** Tags as a serialiser writes them, attributes in double quotes. */
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*>/g;
const VOID = new Set(['br', 'hr']);
const HEADING = /^h[3-6]$/;

/**
 * Cuts a guide's HTML before each of its top headings, between elements and nowhere else: every part is as safe and as whole as what
 * it was cut from, and nothing is put into it. One part where there is no heading.
 *
 * @param html What the renderer made (platform/markdown): well-formed, headings from `h3` on.
 */
export function guideParts(html: string): GuidePart[] {
  const headings = outerHeadings(html);
  const top = Math.min(...headings.map(({ level }) => level));
  const cuts = headings.filter(({ level }) => level === top);
  const starts = [0, ...cuts.map(({ at }) => at)];
  const parts = starts.map((start, index) => ({
    heading: index === 0 ? null : (cuts[index - 1]?.text ?? null),
    html: html.slice(start, starts[index + 1] ?? html.length),
  }));
  return parts.filter((part) => part.html.trim() !== '');
}

type Heading = { at: number; level: number; text: string };

/** Headings that stand in nothing else, in their order. */
function outerHeadings(html: string): Heading[] {
  const found: Heading[] = [];
  let depth = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (VOID.has(name)) continue;
    if (slash === '/') depth -= 1;
    else if (depth++ === 0 && HEADING.test(name)) {
      const start = index + tag.length;
      const text = plainText(html.slice(start, html.indexOf(`</${name}>`, start)));
      if (text !== '') found.push({ at: index, level: Number(name[1]), text });
    }
  }
  return found;
}

const CHARACTERS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&amp;': '&' };

function plainText(html: string): string {
  return html
    .replace(TAG, '')
    .replace(/&(?:lt|gt|quot|nbsp|amp);/g, (name) => CHARACTERS[name] ?? name)
    .trim();
}
