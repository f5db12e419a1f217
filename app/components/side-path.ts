import { PERSPECTIVES, sideOf, type Side } from '#app/domain/topics/perspectives.ts';

/** The sides that a list can be narrowed to, and the sides of the data that each of them takes in. */
const SIDES: Readonly<Record<ChosenSide, readonly Side[]>> = {
  client: ['client'],
  practitioner: ['practitioner'],
  other: ['around', 'none'],
};

export type ChosenSide = 'client' | 'practitioner' | 'other';
export const CHOSEN_SIDES: readonly ChosenSide[] = ['client', 'practitioner', 'other'];

/** The perspectives of a side. */
export function perspectivesOf(side: ChosenSide): string[] {
  return PERSPECTIVES.filter((perspective) => SIDES[side].includes(perspective.side)).map(({ slug }) => slug);
}

/** The chair among those that a perspective speaks from. */
export function chosenSideOf(slug: string): ChosenSide {
  return CHOSEN_SIDES.find((side) => SIDES[side].includes(sideOf(slug))) ?? 'other';
}

/** Every thread with a word from that side, the newest first. */
export function sidePath(side: ChosenSide): string {
  const query = new URLSearchParams(perspectivesOf(side).map((slug) => ['perspective', slug]));
  query.set('sort', 'newest');
  return `/search?${query.toString()}`;
}
