import { redirect, redirectDocument, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { changePreferences } from '#app/domain/identity/preferences/preferences.server.ts';
import { themeCookie } from '#app/platform/cookies.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { THEMES } from '#app/platform/theme.ts';
import { safePath } from '#app/platform/urls.ts';

const schema = z.strictObject({ theme: z.enum(THEMES), to: z.string().optional() });

/** Nothing is read here: who types the address gets on from elsewhere. */
export function loader() {
  return redirect('/', 303);
}

/** Keeps the colours chosen on any page in a cookie, a member's in their vault too, and goes back there. */
export async function action({ context: { viewer }, request }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'No such colours');
  const { theme, to } = form.value;
  if (viewer.kind === 'member') await changePreferences(viewer, { theme });
  return redirectDocument(safePath(to), { status: 303, headers: { 'Set-Cookie': themeCookie(theme) } });
}
