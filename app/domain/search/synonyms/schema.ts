import { z } from 'zod';
import { optionalText } from '../../threads/schema.ts';
import type { SynonymGroupView } from './views.ts';
import { SYNONYM_DIRECTIONS, SYNONYM_LANGUAGES, SYNONYM_LIMITS } from './limits.ts';

/** One term a line. */
const terms = optionalText(SYNONYM_LIMITS.terms * (SYNONYM_LIMITS.length + 1)).transform((text) =>
  (text ?? '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== ''),
);

const version = z.string('faults.malformed').max(32, 'faults.malformed');

/** What the form for a group of synonyms sends. */
export const synonymGroupSchema = z.strictObject({
  direction: z.enum(SYNONYM_DIRECTIONS, 'faults.synonymDirection'),
  lang: z.enum(SYNONYM_LANGUAGES, 'faults.synonymLanguage'),
  terms,
  to: terms,
  caseSensitive: terms,
  note: optionalText(SYNONYM_LIMITS.note),
  /** Of the group that the form was filled from. */
  version,
});
export type SynonymGroupInput = z.output<typeof synonymGroupSchema>;

/** What the buttons under the form send: to leave the group out, or to put back what was shipped. */
export const synonymActSchema = z.strictObject({ intent: z.enum(['remove', 'put-back']), version });
export type SynonymActInput = z.output<typeof synonymActSchema>;

/** The fields of the form as a group has them. */
export function typedOfGroup({ direction, lang, terms, to, caseSensitive, note }: SynonymGroupView) {
  return {
    direction,
    lang,
    terms: terms.join('\n'),
    to: to.join('\n'),
    caseSensitive: caseSensitive.join('\n'),
    note: note ?? '',
  };
}
