import { safePath } from '../urls.ts';

/** Where to go once signed in: the path that `?to=` of the request's address gives, or the front page. */
export function returnPath(request: Request): string {
  return safePath(new URL(request.url).searchParams.get('to'));
}
