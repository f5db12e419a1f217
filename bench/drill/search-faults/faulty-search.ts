import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { freePort } from '#search/testing/free-port.ts';

/** What is wrong with the search server: it refuses connections, says nothing, fails, talks rubbish, answers from long ago, or without an end. */
export type Fault = 'refused' | 'hanging' | 'failing' | 'rubbish' | 'out of date' | 'huge';

const HUGE = JSON.stringify({ results: 'x'.repeat(10_000_000) });
/** Where all searches go. */
const SEARCHES = '/multi-search';

type Given = { status: number; answer: Buffer | string };

/** Stands where the forum looks for Meilisearch, hands everything on to one and back, and does whatever wrong it is told to. */
export class FaultySearch {
  /** How many answers from long ago were given. */
  repeated = 0;
  readonly #behind: string;
  readonly #port: number;
  #server: Server | undefined;
  #fault: Fault | undefined;
  /** What each search was answered when all was well. */
  readonly #remembered = new Map<string, Given>();

  private constructor(behind: string, port: number) {
    this.#behind = behind;
    this.#port = port;
  }

  static async before(behind: string): Promise<FaultySearch> {
    const made = new FaultySearch(behind, await freePort());
    await made.#open();
    return made;
  }

  get host(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async have(fault: Fault | undefined): Promise<void> {
    this.#fault = fault;
    if (fault === 'refused') await this.close();
    else if (!this.#server) await this.#open();
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  async #open(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    // Whoever asked may go: the connection stays open for as long as they wait.
    if (this.#fault === 'hanging') return;
    const { status, answer } = wrongAnswer(this.#fault) ?? (await this.#rightAnswer(request, body));
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(answer);
  }

  async #rightAnswer(request: IncomingMessage, body: Buffer): Promise<Given> {
    const asked = `${request.url ?? ''} ${body.toString()}`;
    const before = this.#fault === 'out of date' ? this.#remembered.get(asked) : undefined;
    if (before) {
      this.repeated++;
      return before;
    }
    const given = await this.#handOn(request, body);
    if (given.status === 200 && request.url === SEARCHES) this.#remembered.set(asked, given);
    return given;
  }

  async #handOn({ url = '', method = 'GET', headers }: IncomingMessage, body: Buffer): Promise<Given> {
    const sent = await fetch(this.#behind + url, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: headers.authorization ?? '' },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    return { status: sent.status, answer: Buffer.from(await sent.arrayBuffer()) };
  }
}

function wrongAnswer(fault: Fault | undefined): Given | undefined {
  if (fault === 'failing')
    return { status: 500, answer: '{"message":"","code":"internal","type":"internal","link":""}' };
  if (fault === 'rubbish') return { status: 200, answer: '<html>Welcome to nginx</html>' };
  return fault === 'huge' ? { status: 200, answer: HUGE } : undefined;
}
