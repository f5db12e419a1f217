import type { ShownPost } from '#app/domain/posts/views.ts';

/** The names by which the address of a page finds a post: of the post itself, and of another place in it. */
export type Anchors = { own: string | undefined; other: string | undefined };

const anchor = (number: number): string => `post-${number}`;

/**
 * `former`: on a page that the address of a merged thread led to, the numbers that posts had there, by their ids. What stands behind #
 * in such an address means those, so they come first; a post's present number is its name too where no other had it.
 */
export function anchorsOf({ id, number }: ShownPost, former: Readonly<Record<string, number>> | null): Anchors {
  const before = former?.[id];
  if (former === null || before === number) return { own: anchor(number), other: undefined };
  const present = Object.values(former).includes(number) ? undefined : anchor(number);
  return before === undefined ? { own: present, other: undefined } : { own: anchor(before), other: present };
}
