import { z } from 'zod';
import { optionalText, requiredText } from '../../threads/schema.ts';
import { WORD_EFFECTS } from './effects.ts';
import { fold } from './fold.ts';
import { WORD_RULE_LIMITS } from './limits.ts';

/** Letters, digits, stars, and what may stand within or between words. */
const PATTERN = /^[\p{L}\p{M}\p{N}* '’.@&/+-]+$/u;
/** Of fewer than these a pattern would match half of what is written. */
const LEAST_LETTERS = 2;

/** Words with `*` for any letters, or none; folded, as they are compared. */
export const patternField = requiredText(WORD_RULE_LIMITS.pattern, 'faults.patternMissing')
  .refine((text) => PATTERN.test(text), 'faults.patternShape')
  .refine((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= LEAST_LETTERS, 'faults.patternShort')
  .transform((text) => fold(text).text.replace(/\s+/g, ' ').replace(/\*+/g, '*'));
export const effectField = z.enum(WORD_EFFECTS, 'faults.effectUnknown');
const idField = z.string('faults.malformed').min(1, 'faults.malformed').max(40, 'faults.malformed');
const noteField = optionalText(WORD_RULE_LIMITS.note);

/** What the form sends that adds a rule. */
export const addWordRuleSchema = z.strictObject({ pattern: patternField, effect: effectField, note: noteField });
export type NewWordRule = z.output<typeof addWordRuleSchema>;

/** What the form beside a rule sends. */
export const changeWordRuleSchema = z.strictObject({
  id: idField,
  effect: effectField,
});

/** What the button beside a rule sends that removes it. */
export const removeWordRuleSchema = z.strictObject({ id: idField });

/** What the form sends that takes in a list of rules. */
export const importWordRulesSchema = z.strictObject({
  list: requiredText(WORD_RULE_LIMITS.file, 'faults.listMissing'),
});

/** What the test box sends. */
export const tryWordRulesSchema = z.strictObject({ text: requiredText(20_000, 'faults.textMissing') });
