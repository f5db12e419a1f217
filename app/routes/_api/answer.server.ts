import type { LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { DomainError } from '#app/platform/errors.ts';

/** Anybody's page may ask: nothing here depends on who does, and no cookie is looked at. Search engines have the pages. */
const OPEN_TO_ALL = { 'Access-Control-Allow-Origin': '*', 'X-Robots-Tag': 'noindex' };

/**
 * Answers a question of the public API: with what `read` gives, or with `{ error: { code, message } }` and the status of what
 * the domain refused. Errors that are nobody's refusal go on to the host.
 */
export async function answer(read: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await read(), { headers: OPEN_TO_ALL });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, status, retryAfter } = error;
    const headers = new Headers(OPEN_TO_ALL);
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    return Response.json({ error: { code, message } }, { status, headers });
  }
}

/** The query of a request by its schema. @throws DomainError bad-request, also for a parameter that is given twice. */
export function readQuestion<Schema extends z.ZodType>(
  { request }: Pick<LoaderFunctionArgs, 'request'>,
  schema: Schema,
): z.output<Schema> {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DomainError('bad-request', 'A parameter is given twice');
  const parsed = schema.safeParse(Object.fromEntries(searchParams));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new DomainError(
    'bad-request',
    where === '' ? 'There is no such parameter' : `The parameter ${where} is not valid`,
  );
}
