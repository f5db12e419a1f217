import { PERSPECTIVES } from '../../topics/perspectives.ts';

/** What can be verified: the perspectives of practitioners, by slug. */
export const PROFESSIONS: readonly string[] = PERSPECTIVES.filter(({ side }) => side === 'practitioner').map(
  ({ slug }) => slug,
);
