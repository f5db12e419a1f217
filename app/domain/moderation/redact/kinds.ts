import type { RedactedKind } from '#app/platform/markdown/markers.ts';

/** What a redacted passage was, in the order in which moderators choose. */
export const REDACTED_KINDS = [
  'name',
  'place',
  'workplace',
  'date',
  'contact',
  'detail',
] as const satisfies readonly RedactedKind[];

/** The reason where the moderator gives none of their own: in the language of the text, as its marker. */
export const REASONS: Readonly<Record<RedactedKind, { en: string; nb: string }>> = {
  name: { en: 'Removed a name', nb: 'Fjernet et navn' },
  place: { en: 'Removed the name of a place', nb: 'Fjernet et stedsnavn' },
  workplace: { en: 'Removed the name of a workplace', nb: 'Fjernet navnet på et arbeidssted' },
  date: { en: 'Removed a date or an age', nb: 'Fjernet en dato eller alder' },
  contact: { en: 'Removed contact details', nb: 'Fjernet kontaktopplysninger' },
  detail: { en: 'Removed an identifying detail', nb: 'Fjernet en identifiserende detalj' },
};

/** What stands in the log in place of a reason that had redacted words. The database lets no other text take a reason's place. */
export const REDACTED_REASON = '[…]';
