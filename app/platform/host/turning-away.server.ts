import type { IncomingMessage } from 'node:http';
import type { Language } from '#app/i18n/languages.ts';
import { secured, urgencyOf, type ForumParts } from './forum.server.ts';
import { WATCHED } from './health.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { languageOf, refusalAnswer } from './refusal-answer.server.ts';
import { isOfData } from './request-address.ts';

/**
 * The pages for those who come when too many wait. In a crowd that is nearly everybody, and whatever is done for them is taken from those who
 * are answered: a page is made once in each language.
 */
export class TurningAway {
  readonly #parts: ForumParts;
  readonly #pages = new Map<Language, KeptPage>();
  #sendings: (() => void)[] = [];

  constructor(parts: ForumParts) {
    this.#parts = parts;
  }

  /** The page for a request that waits for nothing and would have no place to wait: found before anything about it is looked up. */
  atOnce(request: IncomingMessage): KeptPage | undefined {
    const { admission, guestPages } = this.#parts;
    if (!admission.isFull || hasBody(request) || !this.#isForPage(request)) return undefined;
    return guestPages?.isMaking(request) ? undefined : this.#page(request);
  }

  /**
   * Sends when all that came in this turn of the loop has been read, one right after the other. Who waits for an answer must be woken for it, which on one
   * machine costs more than all else about it: so sent, most go to somebody who is awake for another one.
   */
  atEndOfTurn(send: () => void): void {
    if (this.#sendings.push(send) === 1) setImmediate(() => this.#sendAll());
  }

  #sendAll(): void {
    const sendings = this.#sendings;
    this.#sendings = [];
    for (const send of sendings) send();
  }

  /** The page for somebody who is turned away; none for whoever is told something else than a page, or must be cut off. */
  page(request: IncomingMessage): KeptPage | undefined {
    return request.complete && !isOfData(request.url) ? this.#page(request) : undefined;
  }

  #page({ headers }: IncomingMessage): KeptPage {
    const language = languageOf(headers);
    const known = this.#pages.get(language) ?? this.#make(headers);
    this.#pages.set(language, known);
    return known;
  }

  #make(headers: IncomingMessage['headers']): KeptPage {
    const answer = refusalAnswer('busy', { url: '/', method: 'GET', headers, complete: true }, '');
    return new KeptPage(secured(answer, this.#parts));
  }

  /** Whether Remix would be asked for it, after all that is more urgent. */
  #isForPage({ method = 'GET', url = '/' }: IncomingMessage): boolean {
    if (method !== 'GET' && method !== 'HEAD') return false;
    const [path = '/'] = url.split('?', 1);
    const isOurs = WATCHED.has(path) || path.startsWith('/assets/') || this.#parts.staticFile(path) !== undefined;
    return !isOurs && urgencyOf(method, path) === 'usual';
  }
}

/** Its head has been read, and whatever follows has not. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
