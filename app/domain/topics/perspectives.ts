import source from './perspectives.json' with { type: 'json' };

/** The chair a perspective speaks from: what "Clients" and "Practitioners" filter by. */
export type Side = 'client' | 'practitioner' | 'around' | 'none';

export type Perspective = Readonly<{
  slug: string;
  side: Side;
  name: Readonly<{ en: string; nb: string }>;
  short: Readonly<{ en: string; nb: string }>;
  description: Readonly<{ en: string; nb: string }>;
}>;

export const PERSPECTIVES: readonly Perspective[] = source.perspectives as readonly Perspective[];

export const DEFAULT_PERSPECTIVE = source.default;

const bySlug = new Map(PERSPECTIVES.map((perspective) => [perspective.slug, perspective]));

export function isPerspective(slug: string): boolean {
  return bySlug.has(slug);
}

/** What readers choose between: the two chairs, and whoever sits in neither or does not say. */
export const CHAIRS = ['client', 'practitioner', 'other'] as const;
export type Chair = (typeof CHAIRS)[number];

const SIDES_OF_CHAIR: Readonly<Record<Chair, readonly Side[]>> = {
  client: ['client'],
  practitioner: ['practitioner'],
  other: ['around', 'none'],
};

/** The perspectives of a chair. */
export function perspectivesOf(chair: Chair): string[] {
  return PERSPECTIVES.filter(({ side }) => SIDES_OF_CHAIR[chair].includes(side)).map(({ slug }) => slug);
}

/** The chair that a perspective speaks from. */
export function chairOf(slug: string): Chair {
  return CHAIRS.find((chair) => SIDES_OF_CHAIR[chair].includes(sideOf(slug))) ?? 'other';
}

/** The chair that `slug` speaks from; an unknown perspective (of a later version's data) counts as none. */
export function sideOf(slug: string): Side {
  return bySlug.get(slug)?.side ?? 'none';
}

export function perspectiveOf(slug: string): Perspective | undefined {
  return bySlug.get(slug);
}
