/** What came back: redirects are not followed. */
export type Page = { status: number; text: string; bytes: Uint8Array; location: string | null; headers: Headers };

export type Fields = Record<string, string>;

/** A person's browser: keeps the cookies, sends the Origin of the forum's own pages, and nothing else that a browser would not. */
export class Browser {
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();
  /** The server that is asked, where several serve the same origin. */
  at: string;

  constructor(origin: string, { address }: { address?: string } = {}) {
    this.#origin = origin;
    this.at = origin;
    // A connection that waits while a day's disk is copied may be closed under the next request.
    this.#headers = {
      'Accept-Language': 'en',
      Connection: 'close',
      ...(address !== undefined && { 'X-Forwarded-For': address }),
    };
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
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: from } });
  }

  async #ask(path: string, { headers, ...init }: RequestInit & { headers: Record<string, string> }): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.at + path, {
      ...init,
      redirect: 'manual',
      headers: Object.assign({}, this.#headers, headers, cookie === '' ? {} : { Cookie: cookie }),
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const { status, headers: said } = response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status, bytes, text: Buffer.from(bytes).toString('utf8'), location: said.get('location'), headers: said };
  }

  #keep(setCookie: string): void {
    const [name = '', value = ''] = (setCookie.split(';')[0] ?? '').split('=');
    if (value === '' || /max-age=0/i.test(setCookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
