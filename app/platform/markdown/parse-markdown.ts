import { Lexer, Parser, Renderer, Tokenizer, type Token, type Tokens } from 'marked';
import { isMarker, markerAtStart, splitAtMarkers } from './markers.ts';

/** How deep block quotes and list items may stand in one another. */
export const MAX_NESTING = 20;
/** Cells of one table, the missing ones that short rows are filled up with included. */
const MAX_TABLE_CELLS = 2_000;
/** Characters that may be read in vain for the ends of emphasis before the marks that are left count as text. */
const MAX_VAIN_READING = 1_000_000;
/** No address that people share is longer, and one definition may be referred to thousands of times. */
const MAX_ADDRESS_LENGTH = 2_000;

export class TooDeepError extends Error {
  override name = 'TooDeepError';
}

/**
 * Turns Markdown (CommonMark with GitHub's tables, strikethrough, bare addresses and line breaks) into HTML that still has to
 * be sanitised. HTML in the source is shown as text, images become links, and headings start at level three, below the
 * headings of a page and of a post, and leave out no level. Where a passage was redacted (markers.ts) stands a bar with its words.
 *
 * @throws TooDeepError where blocks stand deeper than `MAX_NESTING`.
 */
export function parseMarkdown(source: string): string {
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: new ForumTokenizer() });
  const tokens = lexer.lex(shortenGaps(source));
  if (isDeeperThan(MAX_NESTING, tokens)) throw new TooDeepError();
  return new Parser({ gfm: true, breaks: true, renderer: new ForumRenderer() }).parse(tokens);
}

/** Patterns of marked's look ahead over the same blanks again at each of them; the page shows one of them in any case. */
function shortenGaps(source: string): string {
  return source.replace(/([ \t]{200})[ \t]+/g, '$1');
}

function isDeeperThan(limit: number, tokens: readonly Token[]): boolean {
  return tokens.some((token) => {
    if (token.type === 'list') return (token as Tokens.List).items.some((item) => isBlockDeeper(limit, item.tokens));
    return token.type === 'blockquote' && isBlockDeeper(limit, (token as Tokens.Blockquote).tokens);
  });
}

function isBlockDeeper(limit: number, tokens: readonly Token[]): boolean {
  return limit === 0 || isDeeperThan(limit - 1, tokens);
}

/** marked's tokenizer without HTML, and with an end to what a short text may cost. */
class ForumTokenizer extends Tokenizer {
  #emphasisDepth = 0;
  #readInVain = 0;

  override html(): undefined {
    return undefined;
  }

  /**
   * Kept whole, so that what looks like a tag is shown as it was typed; it changes nothing in the text after it. A marker is kept
   * whole too: asked for before links are, it is never one.
   */
  override tag(src: string): Tokens.Tag | undefined {
    const raw = markerAtStart(src) ?? /^<\/?[a-zA-Z][\w-]*(?=[\s/>])[^<>]*>/.exec(src)?.[0];
    return raw === undefined
      ? undefined
      : { type: 'html', raw, text: raw, block: false, inLink: false, inRawBlock: false };
  }

  override table(src: string): Tokens.Table | undefined {
    const [, , delimiters = '', rows = ''] = this.rules.block.table.exec(src) ?? [];
    const cells = (delimiters.split('|').length + 1) * (rows.split('\n').length + 1);
    return cells > MAX_TABLE_CELLS ? undefined : super.table(src);
  }

  /** marked reads to the end of a run of letters from each of them, and goes back over all of an address many times. */
  override url(src: string): Tokens.Link | undefined {
    if (!/^(?:(?:https?|ftp):\/\/|www\.|[\w.+-]{1,64}@)/i.test(src)) return undefined;
    return super.url(src.slice(0, MAX_ADDRESS_LENGTH + 1));
  }

  override emStrong(src: string, maskedSrc: string, prevChar?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.#withinLimits(src, () => super.emStrong(src, maskedSrc, prevChar));
  }

  override del(src: string, maskedSrc: string, prevChar?: string): Tokens.Del | undefined {
    return this.#withinLimits(src, () => super.del(src, maskedSrc, prevChar));
  }

  /** Past the limits the marks stay in the text as they are: it costs little, and nothing of the text is lost. */
  #withinLimits<Found>(src: string, tokenize: () => Found | undefined): Found | undefined {
    if (!/^[*_~]/.test(src)) return undefined;
    if (this.#emphasisDepth >= MAX_NESTING || this.#readInVain > MAX_VAIN_READING) return undefined;
    this.#emphasisDepth++;
    const found = tokenize();
    this.#emphasisDepth--;
    if (found === undefined) this.#readInVain += src.length;
    return found;
  }
}

class ForumRenderer extends Renderer {
  #inLink = false;
  /** Depths of the headings that the text goes on under. */
  readonly #headings: number[] = [];

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return withBars(text);
  }

  override code({ text }: Tokens.Code): string {
    return `<pre><code>${withBars(text.replace(/\n$/, ''))}\n</code></pre>\n`;
  }

  override codespan({ text }: Tokens.Codespan): string {
    return `<code>${withBars(text)}</code>`;
  }

  /** Whatever level a writer begins at, the outline of the page goes on from its own without a gap. */
  override heading({ tokens, depth }: Tokens.Heading): string {
    while ((this.#headings.at(-1) ?? 0) >= depth) this.#headings.pop();
    this.#headings.push(depth);
    const level = Math.min(this.#headings.length + 2, 6);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? '☑ ' : '☐ ';
  }

  override link({ href, text, tokens, autolink }: Tokens.Link): string {
    const wasInLink = this.#inLink;
    this.#inLink = true;
    const label = autolink === true ? escapeHtml(text) : this.parser.parseInline(tokens);
    this.#inLink = wasInLink;
    return this.#anchor(href, label);
  }

  /** Nothing is fetched from elsewhere when a page is read: the reader may follow the link, or not. */
  override image({ href, text }: Tokens.Image): string {
    return this.#anchor(href, withBars(text));
  }

  #anchor(href: string, label: string): string {
    if (isMarker(href)) return barAfter(label, withBars(href));
    if (this.#inLink || href.length > MAX_ADDRESS_LENGTH || !/^(?:https?:\/\/|mailto:)[^\s]/i.test(href)) return label;
    return `<a href="${escapeHtml(href)}">${label.trim() === '' ? escapeHtml(href) : label}</a>`;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, a bar for each marker in it. */
function withBars(text: string): string {
  return splitAtMarkers(text)
    .map((part, index) => (index % 2 === 1 ? `<span class="redacted">${part}</span>` : escapeHtml(part)))
    .join('');
}

/** A link whose address was redacted: its words and one bar, which may be all there is. */
function barAfter(label: string, bar: string): string {
  const words = label.trim();
  return words === '' || words === bar ? bar : `${label} ${bar}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
