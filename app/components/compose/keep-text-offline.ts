import type { ClientActionFunctionArgs } from '@remix-run/react';
import { fault, WHOLE_FORM, type Typed } from '#app/platform/forms/faults.ts';
import type { ComposeAnswer } from './compose-answer.ts';

/**
 * A composer's action in the browser: when the server cannot be reached the page says so and stays as it is, instead of
 * giving way to an error page with the text gone. Sent again it is the same form, so nothing is published twice.
 */
export async function keepTextOffline({ request, serverAction }: ClientActionFunctionArgs) {
  const typed = await typedIn(request.clone());
  try {
    return await serverAction<ComposeAnswer>();
  } catch (error) {
    // What fetch throws when there is no answer at all; all else is an answer and goes its way.
    if (!(error instanceof TypeError)) throw error;
    const answer: ComposeAnswer = { typed, faults: { [WHOLE_FORM]: fault('faults.offline') }, preview: null };
    // With a status of success the page's own data would be fetched anew, which fails just the same.
    return Response.json(answer, { status: 503 });
  }
}

async function typedIn(request: Request): Promise<Typed> {
  const fields = [...(await request.formData())].filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(fields) as Typed;
}
