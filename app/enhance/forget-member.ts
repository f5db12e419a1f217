/**
 * On a guest's page, which Remix's client does not run on: forgets what it kept while somebody was signed in (where they had
 * scrolled to). Signing out asks browsers to clear their storage; not all of them clear this part of it.
 */
export function forgetMember(): void {
  if ('__remixContext' in window) return;
  try {
    sessionStorage.clear();
  } catch {
    // A browser that lets pages store nothing has nothing to forget.
  }
}
