import { redirect } from '@remix-run/node';
import type { Member, Viewer } from '#app/domain/identity/viewer.ts';
import { signInPath } from '../urls.ts';

/** The viewer of a page that only members see. A guest is sent to sign in, and from there back to where they wanted to go. */
export function requireMember(viewer: Viewer, request: Request): Member {
  if (viewer.kind === 'member') return viewer;
  const { pathname, search } = new URL(request.url);
  throw redirect(signInPath(pathname + search), 303);
}
