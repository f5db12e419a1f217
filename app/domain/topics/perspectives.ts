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

/** The chair that `slug` speaks from; an unknown perspective (of a later version's data) counts as none. */
export function sideOf(slug: string): Side {
  return bySlug.get(slug)?.side ?? 'none';
}

export function perspectiveOf(slug: string): Perspective | undefined {
  return bySlug.get(slug);
}
