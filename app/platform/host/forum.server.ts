import type { IncomingMessage } from 'node:http';
import type { AppLoadContext } from '@remix-run/node';
import { clearedSessionCookie } from '../cookies.server.ts';
import { watchWrites } from '../page-record.server.ts';
import type { Admission, Urgency } from './admission.server.ts';
import { setCaching } from './caching.ts';
import { retryAfterOf } from './guarded-build.server.ts';
import type { GuestPages } from './guest-pages.server.ts';
import { KeptPage } from './kept-page.server.ts';
import { isFromOurPages, isOneClickEnding } from './origin-check.ts';
import { readBody } from './request-body.server.ts';
import { isOfData, requestAddress } from './request-address.ts';
import { contextOfAnybody, requestContext } from './request-context.server.ts';
import { Refusal } from './refusal.ts';
import { secure } from './security-headers.ts';
import type { Answer } from './send.server.ts';
import type { StaticFile } from './static-files.server.ts';

/** Urgent help is there also when the database is not, and nobody looks up who asks for it. */
const HELP_NOW = '/help-now';

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** What a forum is made of, handed in by main.ts. */
export type ForumParts = {
  /** The public address; what the Host header says is never believed. */
  origin: string;
  staticFile: (pathname: string) => StaticFile | undefined;
  clientAddress: (peer: string | undefined, forwardedFor: string | undefined) => string | undefined;
  /** Remix. */
  page: (request: Request, context: AppLoadContext) => Promise<Response>;
  /** Who has Remix make a page waits here for their turn. */
  admission: Admission;
  /** Guests' pages in memory; none in development, where the sources change. */
  guestPages?: GuestPages | undefined;
  isDevelopment?: boolean | undefined;
  /** Who has it may read `/metrics`; without one only this machine may. */
  metricsToken?: string | undefined;
};

/**
 * The way of a request from the socket to Remix and back. The order matters: nothing is looked up for what was not sent
 * from our own pages, and Remix (which believes Host and forwarded headers) sees only what has been checked.
 *
 * @throws Refusal for what is not to be answered at all, or not now.
 */
export async function answerRequest(
  parts: ForumParts,
  incoming: IncomingMessage,
  correlationId: string,
): Promise<Answer | KeptPage> {
  const { method = 'GET', headers, url } = incoming;
  const { origin } = headers;
  const fetchSite = firstOf(headers['sec-fetch-site']);
  const from = { method, origin, fetchSite };
  if (!isFromOurPages(from, parts.origin) && !isOneClickEnding(from, url)) throw new Refusal('foreign-origin');
  if (!METHODS.has(method)) throw new Refusal('wrong-method');
  const address = requestAddress(url, parts.origin);
  const file = method === 'POST' ? undefined : parts.staticFile(address.pathname);
  if (file) return fileAsSent(file, parts);
  if (address.pathname.startsWith('/assets/')) throw new Refusal('no-such-file');
  if (method === 'POST') return answerForm(parts, { incoming, address, correlationId });
  const make = (from: URL): Promise<Answer> => answerPage(parts, { incoming, address: from, correlationId });
  const forGuests = parts.guestPages?.answer(incoming, (from) => make(requestAddress(from, parts.origin)));
  return (await forGuests) ?? make(address);
}

type Asked = { incoming: IncomingMessage; address: URL; correlationId: string };

/** What a form did away with is gone from every page before its sender is told so. */
async function answerForm(parts: ForumParts, asked: Asked): Promise<Answer> {
  const body = await readBody(asked.incoming);
  const { made, tookAway } = await watchWrites(() => answerPage(parts, asked, body));
  if (tookAway) await parts.guestPages?.settle();
  return made;
}

function answerPage(parts: ForumParts, asked: Asked, body?: Buffer): Promise<Answer> {
  const { incoming, address } = asked;
  const urgency = urgencyOf(incoming.method ?? 'GET', address.pathname);
  return parts.admission.admit(urgency, () => makePage(parts, asked, body));
}

/** What somebody sent, what a page asks for that they have open, and urgent help go before pages that one press asks for again. */
export function urgencyOf(method: string, pathname: string): Urgency {
  return method === 'POST' || pathname === HELP_NOW || isOfData(pathname) ? 'urgent' : 'usual';
}

async function makePage(
  parts: ForumParts,
  { incoming, address, correlationId }: Asked,
  body?: Buffer,
): Promise<Answer> {
  const { method = 'GET', headers } = incoming;
  const clientAddress = parts.clientAddress(incoming.socket.remoteAddress, firstOf(headers['x-forwarded-for']));
  const source = { origin: parts.origin, correlationId, clientAddress };
  const { context, setCookie } =
    address.pathname === HELP_NOW && method !== 'POST'
      ? { context: contextOfAnybody(incoming, source), setCookie: undefined }
      : await requestContext(incoming, source);
  const request = new Request(address, {
    // A HEAD is answered by what GET would say, so that both have the same headers.
    method: method === 'HEAD' ? 'GET' : method,
    headers: cleanedHeaders(incoming, parts.origin),
    ...(body && { body: new Uint8Array(body) }),
  });
  const response = await parts.page(request, context);
  const answer = await pageAnswer(response, { method, context, setCookie });
  return secured(answer, parts, context.viewer.kind === 'guest' ? undefined : context.nonce);
}

/** The answer with the headers that every one carries; `nonce` for the scripts of a member's page. */
export function secured(answer: Answer, { origin, isDevelopment }: ForumParts, nonce?: string): Answer {
  secure(answer.headers, { nonce, https: origin.startsWith('https:'), development: isDevelopment ?? false });
  return answer;
}

/** Files never change while the forum runs: each is packed once for all who ask for it. */
const filesAsSent = new WeakMap<StaticFile, KeptPage>();

function fileAsSent(file: StaticFile, parts: ForumParts): KeptPage {
  const known = filesAsSent.get(file);
  if (known) return known;
  const { body, type, etag, cacheControl } = file;
  const headers = new Headers({ 'Content-Type': type, ETag: etag, 'Cache-Control': cacheControl });
  const made = new KeptPage(secured({ status: 200, body, headers }, parts));
  filesAsSent.set(file, made);
  return made;
}

type Given = { method: string; context: AppLoadContext; setCookie: string | undefined };

async function pageAnswer(response: Response, { method, context, setCookie }: Given): Promise<Answer> {
  const { status } = response;
  const headers = new Headers(response.headers);
  const body = Buffer.from(await response.arrayBuffer());
  const isGuest = context.viewer.kind === 'guest';
  if (setCookie !== undefined && headers.getSetCookie().length === 0) headers.append('Set-Cookie', setCookie);
  // What a browser has kept of a member's pages goes with the session.
  if (!isGuest && headers.getSetCookie().includes(clearedSessionCookie())) {
    headers.set('Clear-Site-Data', '"cache", "storage"');
  }
  const seconds = retryAfterOf(context);
  if (seconds !== undefined) headers.set('Retry-After', String(seconds));
  if (status >= 500) headers.set('X-Correlation-Id', context.correlationId);
  setCaching({ method, isGuest, status, headers, body });
  return { status, headers, body };
}

/** Host as our address has it, the origin by the one name that Remix will compare it to, and nothing that a proxy says. */
function cleanedHeaders(incoming: IncomingMessage, origin: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || /^(:|forwarded$|x-forwarded-|x-real-ip$|host$|origin$)/.test(name)) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  headers.set('Host', new URL(origin).host);
  if (incoming.headers.origin !== undefined) headers.set('Origin', origin);
  return headers;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
