import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedEncoding, pack, type Encoding } from './compress.server.ts';
import { isKnownTag } from './page-tag.ts';
import type { Answer } from './send.server.ts';

/** After so many readers a packing is worth being done once more, as small as can be. */
const WORTH_A_SECOND = 8;

/** One packing of a page, as it is sent. */
type Packed = { body: Buffer; headers: string[]; sent: number };

type Exchange = { request: IncomingMessage; response: ServerResponse };

/**
 * A page that is sent to many: its headers are written once and its body is packed once in each way that somebody asks for, quickly at first
 * and better when many have come for it.
 */
export class KeptPage {
  /** Unpacked. */
  readonly body: Buffer;
  readonly #status: number;
  readonly #type: string;
  readonly #etag: string;
  readonly #headers: readonly string[];
  readonly #packed = new Map<Encoding | undefined, Packed>();
  readonly #packing = new Map<Encoding, Promise<Packed>>();

  /** @param answer complete: with all headers but those that depend on who asks, and an ETag where it may be answered by 304. */
  constructor({ status, headers, body }: Answer) {
    this.body = body;
    this.#status = status;
    this.#type = headers.get('Content-Type') ?? '';
    this.#etag = headers.get('ETag') ?? '';
    headers.append('Vary', 'Accept-Encoding');
    this.#headers = [...headers].flat();
  }

  /** Bytes, as if it had been packed in every way. Browsers take a third or a fourth of the page, so twice is ample. */
  get size(): number {
    return this.body.length * 2 + 2_000;
  }

  /**
   * Sends it as `request` accepts it: whole, without the body for HEAD, or as 304 to who has it.
   *
   * @returns undefined when it has been sent; where it must be packed first, when it will have been.
   */
  send(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    if (this.#etag !== '' && isKnownTag(request.headers['if-none-match'], this.#etag)) {
      response.writeHead(304, withoutType(this.#headers)).end();
      return undefined;
    }
    const encoding = acceptedEncoding(this.body.length, this.#type, request.headers['accept-encoding']);
    const packed = this.#packed.get(encoding);
    if (!packed) return this.#pack(encoding).then((made) => this.#sendPacked(made, encoding, { request, response }));
    this.#sendPacked(packed, encoding, { request, response });
    return undefined;
  }

  #sendPacked(packed: Packed, encoding: Encoding | undefined, { request, response }: Exchange): void {
    response.writeHead(this.#status, packed.headers).end(request.method === 'HEAD' ? undefined : packed.body);
    this.#countSent(packed, encoding);
  }

  async #pack(encoding: Encoding | undefined): Promise<Packed> {
    if (encoding === undefined) return this.#remember(undefined, this.body);
    const packing =
      this.#packing.get(encoding) ??
      pack(this.body, encoding, 'quickly').then((body) => this.#remember(encoding, body));
    this.#packing.set(encoding, packing);
    return packing.finally(() => this.#packing.delete(encoding));
  }

  #remember(encoding: Encoding | undefined, body: Buffer): Packed {
    const headers = [...this.#headers, 'Content-Length', String(body.length)];
    if (encoding !== undefined) headers.push('Content-Encoding', encoding);
    const packed = { body, headers, sent: 0 };
    this.#packed.set(encoding, packed);
    return packed;
  }

  #countSent(packed: Packed, encoding: Encoding | undefined): void {
    if (encoding === undefined || ++packed.sent !== WORTH_A_SECOND) return;
    void pack(this.body, encoding, 'well').then((body) => {
      const better = this.#remember(encoding, body);
      better.sent = WORTH_A_SECOND;
    });
  }
}

function withoutType(headers: readonly string[]): string[] {
  return headers.filter((_, index) => headers[index - (index % 2)]?.toLowerCase() !== 'content-type');
}
