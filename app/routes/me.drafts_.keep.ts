import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { replySchema } from '#app/domain/posts/schema.ts';
import { formKeyField, startThreadSchema } from '#app/domain/threads/schema.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { membersOnly } from '#app/platform/forms/require-member.server.ts';
import { keepAsTyped, LONGEST_FIELD } from './_compose/draft.server.ts';
import { LOOK_FIELDS } from './_compose/last-look.server.ts';

/** Whatever a composer's form holds, finished or not. */
const NAMES = Object.keys({ ...startThreadSchema.shape, ...replySchema.shape, ...LOOK_FIELDS });
const asItStands = z.string().max(LONGEST_FIELD).optional();

const schema = z.strictObject({
  ...Object.fromEntries(NAMES.map((name) => [name, asItStands])),
  formKey: formKeyField,
  /** The thread that it replies in; left out of one for a new thread. */
  thread: z.string().max(32).optional(),
});

/** Nothing is read here: who types the address gets on from elsewhere. */
export function loader() {
  return redirect('/me/drafts', 303);
}

/** What a composer sends by itself while one writes; answers with the number of the draft, null where there is none. */
export async function action({ context, request }: ActionFunctionArgs) {
  const member = membersOnly(context.viewer);
  await context.limit('draft');
  const form = await parseForm(request, schema);
  const isTooLong = Object.values(form.typed).some((text) => text.length > LONGEST_FIELD);
  if (isTooLong) throw new DomainError('too-large', 'Too long to be kept');
  if (!form.ok) throw new DomainError('bad-request', 'Not the form of a composer');
  const { thread, ...typed } = form.typed;
  const { formKey } = form.value;
  const draft = await keepAsTyped(member, { threadId: thread ?? null, typed: { ...typed, formKey } });
  return Response.json({ draft });
}
