import { nestsDeeperThan } from './nesting.ts';
import { MAX_NESTING, parseMarkdown, TooDeepError } from './parse-markdown.ts';
import { plainText } from './plain-text.ts';
import { sanitiseToElement } from './sanitise.ts';

/** UTF-16 units of a text, as `String.length` and browsers' `maxlength` count them. */
export const MAX_SOURCE_LENGTH = 20_000;
/** The sanitiser's time goes by elements. A text of a thousand lines or a table of two thousand cells stays below. */
const MAX_ELEMENTS = 4_000;
/** Ordinary texts grow by a third; this is for the ones made to grow. */
const MAX_HTML_LENGTH = 25 * MAX_SOURCE_LENGTH;

/** `too-slow`: preparing it took longer than a post may, or certainly would. */
export type RenderFault = 'too-deep' | 'too-slow' | 'too-long';

/** `html` may be put into a page as it is; `text` is the same without markup, for search, feeds and excerpts. */
export type Rendered = { ok: true; html: string; text: string } | { ok: false; fault: RenderFault };

/**
 * Renders one Markdown text: marked first, DOMPurify last. It may take long, and lasts as long as it lasts: call it where it
 * can be stopped (markdown.server.ts does).
 */
export function render(source: string): Rendered {
  if (source.length > MAX_SOURCE_LENGTH) return { ok: false, fault: 'too-long' };
  if (nestsDeeperThan(source, MAX_NESTING)) return { ok: false, fault: 'too-deep' };
  try {
    const parsed = parseMarkdown(source);
    if (parsed.length > MAX_HTML_LENGTH || countElements(parsed) > MAX_ELEMENTS)
      return { ok: false, fault: 'too-slow' };
    const body = sanitiseToElement(parsed);
    return { ok: true, html: body.innerHTML, text: plainText(body) };
  } catch (error) {
    // A RangeError is the stack running out: depth of a kind that neither count knew.
    if (error instanceof TooDeepError || error instanceof RangeError) return { ok: false, fault: 'too-deep' };
    throw error;
  }
}

function countElements(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0;
}
