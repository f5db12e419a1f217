import { z } from 'zod';
import { LIMITS } from '../threads/limits.ts';
import { optionalText, requiredText } from '../threads/schema.ts';
import { SANCTION_KINDS } from './sanctions/kinds.ts';
import { LENGTHS } from './sanctions/lengths.ts';
import { FLAG_REASONS } from './flag-reasons.ts';

/** Why a moderator acts. Required, and shown. */
export const reasonField = requiredText(LIMITS.reason, 'faults.reasonMissing');

export const moderatePostSchema = z.strictObject({
  intent: z.enum(['hide', 'restore', 'hold', 'approve', 'sendBack']),
  reason: reasonField,
});
export const moderateThreadSchema = z.strictObject({ intent: z.enum(['lock', 'unlock']), reason: reasonField });

/** What the form at /posts/:id/flag sends. */
export const flagSchema = z.strictObject({
  reason: z.enum(FLAG_REASONS, 'faults.flagReasonMissing'),
  note: optionalText(LIMITS.flagNote),
});
export type FlagInput = z.output<typeof flagSchema>;

/** What the form at /posts/:id/writer sends. The length counts for what lasts. */
export const sanctionSchema = z.strictObject({
  kind: z.enum(SANCTION_KINDS, 'faults.sanctionMissing'),
  length: z.enum(LENGTHS, 'faults.lengthMissing'),
  reason: reasonField,
});
