import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { listSimilarThreads } from '#app/domain/search/related-threads.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { membersOnly } from '#app/platform/forms/require-member.server.ts';

const schema = z.strictObject({ title: z.string() });

/** Nothing is read here: who types the address gets on from elsewhere. */
export function loader() {
  return redirect('/search', 303);
}

/** Threads about the same as the title that a member is writing. Sent as a form: what is not published stands in no address. */
export async function action({ context, request }: ActionFunctionArgs) {
  const member = membersOnly(context.viewer);
  await context.limit('suggest');
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'One field is asked for, the title');
  return Response.json(await listSimilarThreads(member, form.value.title, context.language));
}
