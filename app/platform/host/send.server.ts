import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress } from './compress.server.ts';
import { isKnownTag } from './page-tag.ts';

export type Answer = {
  status: number;
  headers: Headers;
  body: Buffer;
};

/**
 * Sends an answer whole: packed as the reader accepts it, as 304 when they have it already, without the body for HEAD.
 * `Headers` keeps several Set-Cookie apart, and so does this.
 */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { headers } = answer;
  const etag = headers.get('ETag');
  if (answer.status === 200 && etag !== null && isKnownTag(request.headers['if-none-match'], etag)) {
    headers.delete('Content-Type');
    write(response, 304, headers);
    return;
  }
  const accepted = headers.has('Content-Encoding') ? undefined : request.headers['accept-encoding'];
  const { body, encoding } = await compress(answer.body, headers.get('Content-Type') ?? '', accepted);
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.append('Vary', 'Accept-Encoding');
  if (answer.status !== 204) headers.set('Content-Length', String(body.length));
  write(response, answer.status, headers, request.method === 'HEAD' ? undefined : body);
}

function write(response: ServerResponse, status: number, headers: Headers, body?: Buffer): void {
  const cookies = headers.getSetCookie();
  headers.delete('Set-Cookie');
  const pairs = [...headers].flat();
  response.writeHead(status, [...pairs, ...cookies.flatMap((cookie) => ['Set-Cookie', cookie])]);
  response.end(body);
}
