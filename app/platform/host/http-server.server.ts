import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DomainError } from '../errors.ts';
import { log, logUnexpected } from '../log.server.ts';
import { mayReadMetrics } from '../metrics/may-read.ts';
import { countCrowdedOut, countKept, countRequest, registry, type ServedFrom } from '../metrics/metrics.ts';
import { orUnavailable } from '../when-unavailable.server.ts';
import { answerRequest, secured, type ForumParts } from './forum.server.ts';
import { GracefulClose } from './graceful-close.server.ts';
import { liveness, readiness, type Health } from './health.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { metricsText } from './processes/supervised.server.ts';
import { Refusal, type RefusalReason } from './refusal.ts';
import { refusalAnswer } from './refusal-answer.server.ts';
import { newCorrelationId } from './request-context.server.ts';
import { send, type Answer } from './send.server.ts';
import { TurningAway } from './turning-away.server.ts';

/**
 * So many connections may wait until this process lets them in, which it does one after the other. With fewer places the system would leave
 * those that come in a rush without an answer, to try again after a second or three. It may have a lower limit of its own (`somaxconn`).
 */
const BACKLOG = 4_096;
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
  const turningAway = new TurningAway(parts);
  const closing = new GracefulClose(server);
  let isReady = true;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (closing.holds(() => answer(request, response))) return;
    if (closing.hasBegun) response.setHeader('Connection', 'close');
    const kept = parts.guestPages?.find(request);
    const busy = kept ? undefined : turningAway.atOnce(request);
    if (kept) sendAtOnce(kept, { request, response }, () => countKept(response.statusCode === 304));
    else if (busy) turningAway.atEndOfTurn(() => sendAtOnce(busy, { request, response }, countCrowdedOut));
    else void respond(parts, { request, response, isReady, turningAway });
  };
  server.on('request', (request, response) => {
    if (parts.development) parts.development(request, response, () => answer(request, response));
    else answer(request, response);
  });
  return {
    port: listening,
    close(isReplaced = false) {
      isReady = isReplaced;
      parts.admission.makePatient();
      return closing.close();
    },
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Sends what needs no looking up, and has it counted. */
function sendAtOnce(page: KeptPage, { request, response }: Exchange, count: () => void): void {
  try {
    page.send(request, response)?.catch(() => response.destroy());
    count();
  } catch {
    response.destroy();
  }
}

type Served = Exchange & { isReady: boolean; turningAway: TurningAway };

async function respond(parts: ForumParts, served: Served): Promise<void> {
  const { request, response, turningAway } = served;
  const started = performance.now();
  const correlationId = newCorrelationId();
  let from: ServedFrom = 'made';
  try {
    const answer = (await watchersAnswer(parts, served)) ?? (await answerRequest(parts, request, correlationId));
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
    const page = reason === 'busy' ? turningAway.page(request) : undefined;
    if (page) await page.send(request, response);
    else await send(request, response, secured(refusalAnswer(reason, request, correlationId), parts));
  } finally {
    // Neither the path nor who asked: see log.server.ts.
    const ms = performance.now() - started;
    countRequest(from, response.statusCode, ms);
    log.debug({ method: request.method, status: response.statusCode, ms: Math.round(ms) });
  }
}

/** What those ask who watch over the program. To others `/metrics` is not there. */
async function watchersAnswer(parts: ForumParts, { request, isReady }: Served): Promise<Answer | undefined> {
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
