import { isRouteErrorResponse, type ClientActionFunctionArgs } from '@remix-run/react';
import { fault, WHOLE_FORM, type Typed } from '#app/platform/forms/faults.ts';
import type { ComposeAnswer } from './compose-answer.ts';

/**
 * A composer's action in the browser: when the server cannot be reached, or no longer knows who writes, the page says so and
 * stays as it is, instead of giving way to another page with the text gone. Sent again it is the same form, so nothing is
 * published twice.
 */
export async function keepText({ request, serverAction }: ClientActionFunctionArgs) {
  const typed = await typedIn(request.clone());
  try {
    return await serverAction<ComposeAnswer>();
  } catch (error) {
    // What fetch throws when there is no answer at all.
    if (error instanceof TypeError) return stayWith(typed, 'faults.offline', 503);
    // The session ended while its member was writing.
    if (isRouteErrorResponse(error) && error.status === 401) return stayWith(typed, 'faults.signedOut', 401);
    throw error;
  }
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
