import { redirect, redirectDocument, type ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/domain/identity/sessions.server.ts';
import { clearedSessionCookie } from '#app/platform/cookies.server.ts';

/** Typed into the address bar it leads to the page with the button: reading an address signs nobody out. */
export function loader() {
  return redirect('/me', 303);
}

export async function action({ context }: ActionFunctionArgs) {
  if (context.viewer.kind === 'member') await signOut(context.viewer);
  return redirectDocument('/', { status: 303, headers: { 'Set-Cookie': clearedSessionCookie() } });
}
