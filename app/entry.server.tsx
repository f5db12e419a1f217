import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { I18nProvider } from './i18n/use-translation.tsx';
import { i18nFor } from './i18n/i18n.ts';
import { logUnexpected } from './platform/log.server.ts';
import { readAhead } from './platform/read-ahead.server.ts';
import { giveBack } from './platform/withheld-data.server.ts';

/** After this many ms a page that is still waiting for its data is given up. */
export const streamTimeout = 10_000;

/** Turns what the loaders gave into a page: whole and without Remix's client for guests, with it for members. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const page = (
    <I18nProvider i18n={i18nFor(context.language)}>
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
    </I18nProvider>
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (context.hasClient) await readAhead(remixContext);
  else giveBack(remixContext);
  const html = renderToString(page);
  letGo(remixContext);
  // Bytes: of a text the answer would make them in a slower way.
  return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { status, headers });
}

/**
 * Empties what a page was made of. The router that Remix renders it with has accessors, and V8 keeps what these reach until it collects
 * the whole heap (docs/decisions/117).
 */
function letGo({ staticHandlerContext: shown }: EntryContext): void {
  Object.assign(shown, { loaderData: {}, actionData: null, errors: null, loaderHeaders: {} });
}

/**
 * What broke while a page was made. Everything a person can mend, and every DomainError, has been dealt with before; where Remix
 * refuses by itself, as a method that no route has, the forum is not to blame, and nobody fills its log with that.
 */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  const isRefusal = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !isRefusal) logUnexpected(error, context.correlationId);
}
