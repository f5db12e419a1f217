/** What a find may be: the identifiers of 45 CFR 164.514(b)(2), and what tells as much in a story. */
export const DETAIL_KINDS = [
  'name',
  'place',
  'institution',
  'date',
  'age',
  'phone',
  'email',
  'nationalId',
  'account',
  'licence',
  'record',
  'vehicle',
  'device',
  'url',
  'ip',
  'handle',
  'biometric',
  'photo',
  'number',
] as const;

export type DetailKind = (typeof DETAIL_KINDS)[number];

export type TextLanguage = 'en' | 'nb';

/** Words of a text that may point to somebody: `text` stands at `start` up to `end`, in UTF-16 units. */
export type Finding = Readonly<{
  kind: DetailKind;
  start: number;
  end: number;
  text: string;
  /** Other words for the same place in the text that say less. */
  broader: string;
}>;

/** A find as a detector hands it on. Without words of its own it is named by its kind. */
export type Span = Readonly<{ kind: DetailKind; start: number; end: number; broader?: string }>;

/** Looks for one thing, in a text whose dashes, spaces and digits have been made plain. */
export type Detector = (text: string, language: TextLanguage) => Iterable<Span>;
