import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DomainError } from '../errors.ts';
import { log, logUnexpected } from '../log.server.ts';
import { mayReadMetrics } from '../metrics/may-read.ts';
import { countKept, countRequest, registry, type ServedFrom } from '../metrics/metrics.ts';
import { orUnavailable } from '../when-unavailable.server.ts';
import { answerRequest, secured, type ForumParts } from './forum.server.ts';
import { liveness, readiness, type Health } from './health.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { metricsText } from './processes/supervised.server.ts';
import { Refusal, type RefusalReason } from './refusal.ts';
import { BusyPages, refusalAnswer } from './refusal-answer.server.ts';
import { newCorrelationId } from './request-context.server.ts';
import { send, type Answer } from './send.server.ts';

/** After this many ms a stopping server cuts off who is still being answered. */
const PATIENCE = 6_000;
/**
 * For so many ms a stopping server still takes what comes, and asks each connection to end with its answer: what was on its way is
 * answered, and a proxy hears from `/readyz` to send people elsewhere.
 */
const FAREWELL = 1_500;
/**
 * So many connections may wait until this process lets them in, which it does one after the other. With fewer places the system would leave
 * those that come in a rush without an answer, to try again after a second or three. It may have a lower limit of its own (`somaxconn`).
 */
const BACKLOG = 4_096;
/** Ms within which a turn of the event loop had nothing to do. */
const SHORT_TURN = 1;

export type HttpServer = {
  /** The port that is listened on, also when 0 was asked for. */
  port: number;
  /** Takes no more connections, answers what has been asked, and ends. Where another has its place people need not be sent elsewhere. */
  close(isReplaced?: boolean): Promise<void>;
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
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const parts = partsFor(listening);
  const busyPages = new BusyPages((made) => secured(made, parts));
  let isStopping = false;
  let isReady = true;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (isStopping) response.setHeader('Connection', 'close');
    const kept = parts.guestPages?.find(request);
    if (kept) sendKept(kept, request, response);
    else void respond(parts, { request, response, isReady, busyPages });
  };
  server.on('request', (request, response) => {
    if (parts.development) parts.development(request, response, () => answer(request, response));
    else answer(request, response);
  });
  return {
    port: listening,
    close(isReplaced = false) {
      isStopping = true;
      isReady = isReplaced;
      return closeGracefully(server);
    },
  };
}

function sendKept(page: KeptPage, request: IncomingMessage, response: ServerResponse): void {
  try {
    page.send(request, response)?.catch(() => response.destroy());
    countKept(response.statusCode === 304);
  } catch {
    response.destroy();
  }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; isReady: boolean; busyPages: BusyPages };

async function respond(parts: ForumParts, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const started = performance.now();
  const correlationId = newCorrelationId();
  let from: ServedFrom = 'made';
  try {
    const answer = (await watchersAnswer(parts, exchange)) ?? (await answerRequest(parts, request, correlationId));
    if (parts.isDevelopment)
      response.setHeader('Server-Timing', `answer;dur=${Math.round(performance.now() - started)}`);
    if (answer instanceof KeptPage) await answer.send(request, response);
    else await send(request, response, answer);
  } catch (error) {
    from = 'refused';
    if (request.destroyed && !request.complete) return;
    const reason = reasonOf(error);
    if (reason === 'unexpected') logUnexpected(error, correlationId);
    if (response.headersSent) return void response.destroy();
    const busyPage = exchange.busyPages.find(reason, request);
    if (busyPage) await busyPage.send(request, response);
    else await send(request, response, secured(refusalAnswer(reason, request, correlationId), parts));
  } finally {
    // Neither the path nor who asked: see log.server.ts.
    const ms = performance.now() - started;
    countRequest(from, response.statusCode, ms);
    log.debug({ method: request.method, status: response.statusCode, ms: Math.round(ms) });
  }
}

/** What those ask who watch over the program. To others `/metrics` is not there. */
async function watchersAnswer(parts: ForumParts, { request, isReady }: Exchange): Promise<Answer | undefined> {
  const { url } = request;
  if (url === '/healthz') return healthAnswer(parts, liveness());
  if (url === '/readyz') return healthAnswer(parts, await readiness(isReady));
  if (url !== '/metrics' || !mayReadMetrics(request, parts.metricsToken)) return undefined;
  return plainAnswer(parts, { status: 200, type: registry.contentType, text: await metricsText() });
}

function healthAnswer(parts: ForumParts, { status, text }: Health): Answer {
  return plainAnswer(parts, { status, type: 'text/plain; charset=utf-8', text: `${text}\n` });
}

function plainAnswer(
  parts: ForumParts,
  { status, type, text }: { status: number; type: string; text: string },
): Answer {
  const headers = new Headers({ 'Content-Type': type, 'Cache-Control': 'no-store' });
  return secured({ status, headers, body: Buffer.from(text) }, parts);
}

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof Refusal) return error.reason;
  const known = orUnavailable(error);
  return known instanceof DomainError && known.code === 'unavailable' ? 'unavailable' : 'unexpected';
}

async function closeGracefully(server: Server): Promise<void> {
  await sayFarewell(server);
  await nobodyWaits();
  await new Promise<void>((resolve) => {
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

/** Until nobody is connected, or `FAREWELL` is over. */
async function sayFarewell(server: Server): Promise<void> {
  const end = performance.now() + FAREWELL;
  const connections = promisify(server.getConnections.bind(server));
  while (performance.now() < end && (await connections()) > 0) await wait(50);
}

/**
 * Until a turn of the event loop was short: who had connected by then has been let in. Whoever still waits at the door when it is shut is
 * cut off by the system.
 */
async function nobodyWaits(): Promise<void> {
  const end = performance.now() + FAREWELL;
  for (let last = performance.now(), turn = Infinity; turn > SHORT_TURN && last < end;) {
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now() - last;
    last += turn;
  }
}
