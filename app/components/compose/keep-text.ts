import { isRouteErrorResponse, type ClientActionFunctionArgs } from '@remix-run/react';
import { fault, WHOLE_FORM, type Typed } from '#app/platform/forms/faults.ts';
import type { ComposeAnswer } from './compose-answer.ts';

/**
 * A composer's action in the browser: when the server cannot be reached, has too much to do, or no longer knows who writes, the page
 * says so and stays as it is, instead of giving way to another page with the text gone. Sent again it is the same form, so nothing is
 * published twice.
 */
export async function keepText({ request, serverAction }: ClientActionFunctionArgs) {
  const typed = await typedIn(request.clone());
  try {
    return await serverAction<ComposeAnswer>();
  } catch (error) {
    const passing = passingFault(error);
    if (!passing) throw error;
    return stayWith(typed, passing.key, passing.status);
  }
}

/** What to tell the writer where it is only now that the form cannot be sent; undefined for all else, redirects among them. */
function passingFault(error: unknown): { key: string; status: number } | undefined {
  // What fetch throws when there is no answer at all.
  if (error instanceof TypeError) return { key: 'faults.offline', status: 503 };
  // What Remix throws of an answer that is none of the forum's: a proxy has found nobody behind it.
  if (error instanceof Error) return { key: 'faults.unavailable', status: 503 };
  if (!isRouteErrorResponse(error)) return undefined;
  if (error.status === 503) return { key: 'faults.unavailable', status: 503 };
  // Pasted, and more than is ever read of a form.
  if (error.status === 413) return { key: 'faults.tooLarge', status: 413 };
  // The session ended while its member was writing.
  return error.status === 401 ? { key: 'faults.signedOut', status: 401 } : undefined;
}

/** With a status of success the page's own data would be fetched anew, and the page would go the way of the answer. */
function stayWith(typed: Typed, key: string, status: number): Response {
  const answer: ComposeAnswer = { typed, faults: { [WHOLE_FORM]: fault(key) }, preview: null };
  return Response.json(answer, { status });
}

async function typedIn(request: Request): Promise<Typed> {
  const fields = [...(await request.formData())].filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(fields) as Typed;
}
