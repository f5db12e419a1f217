import { redirect } from '@remix-run/node';
import type { Member, Viewer } from '#app/domain/identity/viewer.ts';
import { DomainError } from '../errors.ts';
import { signInPath } from '../urls.ts';

/** The viewer of a page that only members see. A guest is sent to sign in, and from there back to where they wanted to go. */
export function requireMember(viewer: Viewer, request: Request): Member {
  if (viewer.kind === 'member') return viewer;
  const { pathname, search } = new URL(request.url);
  throw redirect(signInPath(pathname + search), 303);
}

/**
 * The viewer of what a page's own script sends for a member. A guest is refused and sent nowhere, for nobody looks at the answer.
 *
 * @throws DomainError not-signed-in.
 */
export function membersOnly(viewer: Viewer): Member {
  if (viewer.kind === 'member') return viewer;
  throw new DomainError('not-signed-in', 'This is for members');
}
