import { z } from 'zod';
import { LIMITS } from '../threads/limits.ts';
import { requiredText } from '../threads/schema.ts';

/** Why a moderator acts. Required, and shown. */
export const reasonField = requiredText(LIMITS.reason, 'faults.reasonMissing');

export const moderatePostSchema = z.strictObject({ intent: z.enum(['hide', 'restore']), reason: reasonField });
export const moderateThreadSchema = z.strictObject({ intent: z.enum(['lock', 'unlock']), reason: reasonField });
