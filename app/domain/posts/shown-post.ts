import type { PostView, ShownPost } from './views.ts';

/** The same post for a page. */
export function shownPost<Post extends PostView>({ text: _, ...shown }: Post): Omit<Post, 'text'> & ShownPost {
  return shown;
}
