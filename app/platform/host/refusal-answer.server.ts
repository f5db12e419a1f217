import type { IncomingMessage } from 'node:http';
import type { Language } from '#app/i18n/languages.ts';
import { readCookies } from '../cookies.server.ts';
import { singleFetchError } from '../single-fetch-error.ts';
import { preferredLanguage } from './preferred-language.ts';
import { isOfData } from './request-address.ts';
import { refusalPage, RETRY_AFTER, statusOf, type RefusalReason } from './refusal.ts';
import type { Answer } from './send.server.ts';

const HTML = 'text/html; charset=utf-8';
/** What Remix calls the answers to its client. */
const SINGLE_FETCH = 'text/x-script';

export type Asked = Pick<IncomingMessage, 'url' | 'method' | 'headers' | 'complete'>;

/** What whoever is refused gets: a page in their language, or, if it is a page's script that asks, what it can tell its page. */
export function refusalAnswer(reason: RefusalReason, request: Asked, correlationId: string): Answer {
  const isForRemix = isOfData(request.url);
  const status = statusOf(reason);
  const headers = new Headers({ 'Content-Type': isForRemix ? SINGLE_FETCH : HTML, 'Cache-Control': 'no-store' });
  if (reason === 'wrong-method') headers.set('Allow', 'GET, HEAD, POST');
  if (status === 503) headers.set('Retry-After', String(RETRY_AFTER));
  // What was not read of a body would be taken for the next request.
  if (!request.complete) headers.set('Connection', 'close');
  const told = isForRemix ? dataFor(reason, request, correlationId) : pageFor(reason, request, correlationId);
  return { status, headers, body: Buffer.from(told) };
}

function pageFor(reason: RefusalReason, { headers }: Asked, correlationId: string): string {
  return refusalPage(reason, languageOf(headers), correlationId);
}

/** Of the reader, when nothing has been looked up. */
export function languageOf({ cookie, 'accept-language': accepted }: Asked['headers']): Language {
  return readCookies(cookie).language ?? preferredLanguage(accepted);
}

function dataFor(reason: RefusalReason, { method }: Asked, correlationId: string): string {
  const data = reason === 'unexpected' ? { code: reason, correlationId } : { code: reason };
  return singleFetchError({ status: statusOf(reason), data }, method === 'POST' ? 'action' : 'loaders');
}
