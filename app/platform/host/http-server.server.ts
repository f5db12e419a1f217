import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { log, logUnexpected } from '../log.server.ts';
import { readCookies } from '../cookies.server.ts';
import { answerRequest, secured, type ForumParts } from './forum.server.ts';
import { liveness, readiness, type Health } from './health.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { preferredLanguage } from './preferred-language.ts';
import { Refusal, refusalPage, type RefusalReason } from './refusal.ts';
import { newCorrelationId } from './request-context.server.ts';
import { send, type Answer } from './send.server.ts';

/** After this many ms a stopping server cuts off who is still being answered. */
const PATIENCE = 8000;

export type HttpServer = {
  /** The port that is listened on, also when 0 was asked for. */
  port: number;
  /** Takes no more connections, answers what has been asked, and ends. */
  close(): Promise<void>;
};

/** Vite's own middleware, which serves sources in development. */
export type DevelopmentMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type ServedParts = ForumParts & { development?: DevelopmentMiddleware | undefined };

/**
 * Listens on `host` and `port` and answers with what `partsFor` makes of the port.
 *
 * @throws what the system says, with its `code` (EADDRINUSE …).
 */
export async function serve(host: string, port: number, partsFor: (port: number) => ServedParts): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const parts = partsFor(listening);
  let isStopping = false;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (isStopping) response.setHeader('Connection', 'close');
    const kept = parts.guestPages?.find(request);
    if (kept) void sendKept(kept, request, response);
    else void respond(parts, { request, response, isStopping });
  };
  server.on('request', (request, response) => {
    if (parts.development) parts.development(request, response, () => answer(request, response));
    else answer(request, response);
  });
  return {
    port: listening,
    close() {
      isStopping = true;
      return closeGracefully(server);
    },
  };
}

async function sendKept(page: KeptPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await page.send(request, response);
  } catch {
    response.destroy();
  }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; isStopping: boolean };

async function respond(parts: ForumParts, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const started = performance.now();
  const correlationId = newCorrelationId();
  try {
    const answer = (await healthAnswer(parts, exchange)) ?? (await answerRequest(parts, request, correlationId));
    if (answer instanceof KeptPage) await answer.send(request, response);
    else await send(request, response, answer);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (!(error instanceof Refusal)) logUnexpected(error, correlationId);
    if (response.headersSent) return void response.destroy();
    const refusal = refusalAnswer(error instanceof Refusal ? error.reason : 'unexpected', request, correlationId);
    await send(request, response, secured(refusal, parts));
  } finally {
    // Neither the path nor who asked: see log.server.ts.
    log.debug({ method: request.method, status: response.statusCode, ms: Math.round(performance.now() - started) });
  }
}

async function healthAnswer(parts: ForumParts, { request, isStopping }: Exchange): Promise<Answer | undefined> {
  const health: Health | undefined =
    request.url === '/healthz' ? liveness() : request.url === '/readyz' ? await readiness(isStopping) : undefined;
  if (!health) return undefined;
  const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  return secured({ status: health.status, headers, body: Buffer.from(`${health.text}\n`) }, parts);
}

function refusalAnswer(reason: RefusalReason, request: IncomingMessage, correlationId: string): Answer {
  const language =
    readCookies(request.headers.cookie).language ?? preferredLanguage(request.headers['accept-language']);
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  if (reason === 'wrong-method') headers.set('Allow', 'GET, HEAD, POST');
  // What was not read of a body would be taken for the next request.
  if (!request.complete) headers.set('Connection', 'close');
  return {
    status: new Refusal(reason).status,
    headers,
    body: Buffer.from(refusalPage(reason, language, correlationId)),
  };
}

function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
    // A connection becomes idle when its last answer has been sent.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearTimeout(impatience);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
