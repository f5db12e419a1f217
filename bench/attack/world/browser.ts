import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What came back: redirects are not followed. */
export type Page = { status: number; text: string; bytes: Uint8Array; location: string | null; headers: Headers };

/** Nobody answered, or not to the end. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';

  constructor(cause: unknown) {
    super((cause as { code?: string }).code ?? String(cause), { cause });
  }
}

export type Fields = Record<string, string>;

export type BrowserOptions = {
  /** Where it comes from, as a proxy tells it. */
  address?: string;
  /**
   * Whether its connection is kept from one request to the next, as people's browsers do. One that waits while a day's disk is copied, or a server
   * is ended, may be closed under the next request.
   */
  keepsConnection?: boolean;
};

/** A person's browser: keeps the cookies, sends the Origin of the forum's own pages, and nothing else that a browser would not. */
export class Browser {
  readonly #origin: string;
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();
  /** The server that is asked, where several serve the same origin. */
  at: string;

  constructor(origin: string, { address, keepsConnection = false }: BrowserOptions = {}) {
    this.#origin = origin;
    this.at = origin;
    this.#agent = new Agent({ keepAlive: keepsConnection });
    this.#headers = { 'Accept-Language': 'en', ...(address !== undefined && { 'X-Forwarded-For': address }) };
  }

  /** Whether a session's cookie is kept. */
  get isSignedIn(): boolean {
    return this.#cookies.has('session');
  }

  /** The cookie's token; undefined for a guest. */
  get token(): string | undefined {
    return this.#cookies.get('session');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask(path, { headers });
  }

  /** `from`: the page that the form stands on, by its origin; one of the forum's own unless said. */
  post(path: string, fields: Fields, from = this.#origin): Promise<Page> {
    const body = new URLSearchParams(fields).toString();
    const headers = { Origin: from, 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.#ask(path, { method: 'POST', headers, body });
  }

  async #ask(path: string, { method = 'GET', headers, body }: Asked): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...this.#headers, ...headers, ...(cookie !== '' && { Cookie: cookie }) };
    const { response, bytes } = await answerTo(this.at + path, { method, headers: sent, agent: this.#agent }, body);
    const said = new Headers(pairsOf(response.rawHeaders));
    for (const set of said.getSetCookie()) this.#keep(set);
    const { statusCode: status = 0 } = response;
    return { status, bytes, text: Buffer.from(bytes).toString('utf8'), location: said.get('location'), headers: said };
  }

  #keep(setCookie: string): void {
    const [name = '', value = ''] = (setCookie.split(';')[0] ?? '').split('=');
    if (value === '' || /max-age=0/i.test(setCookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

type Asked = { method?: string; headers: Record<string, string>; body?: string };

/** Past `fetch`, which costs several times the processor's time: benchmarks measure a forum on the machine that they run on. */
async function answerTo(address: string, options: RequestOptions, body = '') {
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(address, options, resolve).once('error', reject).end(body);
    });
    return { response, bytes: new Uint8Array(await buffer(response)) };
  } catch (error) {
    throw new NoAnswer(error);
  }
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : []));
}
