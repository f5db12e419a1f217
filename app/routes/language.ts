import { redirect, redirectDocument, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { changePreferences } from '#app/domain/identity/preferences/preferences.server.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { languageCookie } from '#app/platform/cookies.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { safePath } from '#app/platform/urls.ts';

const schema = z.strictObject({ language: z.enum(LANGUAGES), to: z.string().optional() });

/** Nothing is read here: who types the address gets on from elsewhere. */
export function loader() {
  return redirect('/', 303);
}

/** Keeps the language chosen on any page in a cookie, a member's in their vault too, and goes back there. */
export async function action({ context: { viewer }, request }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) throw new DomainError('bad-request', 'No such language');
  const { language, to } = form.value;
  if (viewer.kind === 'member') await changePreferences(viewer, { language });
  return redirectDocument(safePath(to), { status: 303, headers: { 'Set-Cookie': languageCookie(language) } });
}
