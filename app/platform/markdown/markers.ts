/**
 * What stands in a text where moderators redacted a passage, by what that was and in the language of the text. These words are kept
 * in stored texts: whoever changes them leaves old ones without their bar.
 */
export const MARKERS = {
  name: { en: 'name removed', nb: 'navn fjernet' },
  place: { en: 'place removed', nb: 'sted fjernet' },
  workplace: { en: 'workplace removed', nb: 'arbeidssted fjernet' },
  date: { en: 'date or age removed', nb: 'dato eller alder fjernet' },
  contact: { en: 'contact details removed', nb: 'kontaktopplysninger fjernet' },
  detail: { en: 'detail removed', nb: 'detalj fjernet' },
} as const;

export type RedactedKind = keyof typeof MARKERS;

/** The marker as it stands in a text: its words in brackets. */
export const markerOf = (kind: RedactedKind, language: 'en' | 'nb'): string => `[${MARKERS[kind][language]}]`;

const WORDS = Object.values(MARKERS).flatMap((words) => Object.values(words));
const ANY = `\\[(?:${WORDS.join('|')})\\]`;
const AT_START = new RegExp(`^${ANY}`);
const WHOLE = new RegExp(`^${ANY}$`);

/** Every marker in a text. */
export const EVERY_MARKER = new RegExp(ANY, 'g');

export function markerAtStart(text: string): string | undefined {
  return AT_START.exec(text)?.[0];
}

export function isMarker(text: string): boolean {
  return WHOLE.test(text);
}

/** A text parted at its markers: markers at the odd places. */
export function splitAtMarkers(text: string): string[] {
  return text.split(new RegExp(`(${ANY})`));
}
