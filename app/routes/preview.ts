import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { translator } from '#app/i18n/translator.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { membersOnly } from '#app/platform/forms/require-member.server.ts';
import { previewOf } from './_compose/preview-answer.server.ts';

const schema = z.strictObject({ body: z.string() });

/** Nothing is read here: who types the address gets on from elsewhere. */
export function loader() {
  return redirect('/threads/new', 303);
}

/** The text of a composer as readers would see it, as a piece of HTML; with status 400, why it could not be published. */
export async function action({ context, request }: ActionFunctionArgs) {
  membersOnly(context.viewer);
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'A preview takes one field, the body');
  const preview = await previewOf(form.value.body);
  if (preview.ok) return fragment(preview.html, 200);
  const translate = translator(context.language) as (key: string, values: object) => string;
  return fragment(`<p>${translate(preview.fault.key, preview.fault.values)}</p>`, 400);
}

function fragment(html: string, status: number): Response {
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
