import { perspectivesOf, type Chair } from '#app/domain/topics/perspectives.ts';

/** Every thread with a word from that chair, the newest first. */
export function sidePath(chair: Chair): string {
  const query = new URLSearchParams(perspectivesOf(chair).map((slug) => ['perspective', slug]));
  query.set('sort', 'newest');
  return `/search?${query.toString()}`;
}
