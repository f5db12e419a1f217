import { z } from 'zod';
import { reasonField } from '../schema.ts';
import { FLAG_REASONS } from '../flag-reasons.ts';
import { checkbox } from '../../threads/schema.ts';
import { BOXES, boxName } from './boxes.ts';
import { CLAIM_FILTERS } from './filters.ts';

/** The buttons under the list. */
export const MANY_INTENTS = ['dismiss', 'hide'] as const;

const box = z
  .string()
  .regex(/^[a-z2-7]{10,32}:\d{1,9}$/, 'faults.malformed')
  .optional();

/** What the form round the list of the queue sends. */
export const manySchema = z.strictObject({
  ...Object.fromEntries(Array.from({ length: BOXES }, (_, index) => [boxName(index), box] as const)),
  /** All flagged posts that the filter shows, not just those that were ticked. */
  all: checkbox,
  flaggedAs: z.enum(FLAG_REASONS, 'faults.malformed').optional(),
  claimed: z.enum(CLAIM_FILTERS, 'faults.malformed').optional(),
  reason: reasonField,
});

/** What the button sends that takes a decision on many back. */
export const undoSchema = z.strictObject({ batch: z.string().regex(/^[a-z2-7]{10,32}$/, 'faults.malformed') });
