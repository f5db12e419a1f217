import { z } from 'zod';
import { LIMITS } from '../threads/limits.ts';
import { optionalText, requiredText } from '../threads/schema.ts';
import { BAR_LENGTHS } from './bar-lengths.ts';
import { FLAG_REASONS } from './flag-reasons.ts';

/** Why a moderator acts. Required, and shown. */
export const reasonField = requiredText(LIMITS.reason, 'faults.reasonMissing');

export const moderatePostSchema = z.strictObject({ intent: z.enum(['hide', 'restore']), reason: reasonField });
export const moderateThreadSchema = z.strictObject({ intent: z.enum(['lock', 'unlock']), reason: reasonField });

/** What the form at /posts/:id/flag sends. */
export const flagSchema = z.strictObject({
  reason: z.enum(FLAG_REASONS, 'faults.flagReasonMissing'),
  note: optionalText(LIMITS.flagNote),
});
export type FlagInput = z.output<typeof flagSchema>;

/** What the form at /posts/:id/bar sends. */
export const barSchema = z.strictObject({
  length: z.enum(BAR_LENGTHS, 'faults.barLengthMissing'),
  reason: reasonField,
});
export const liftBarSchema = z.strictObject({ reason: reasonField });
