import { z } from 'zod';
import { reasonField } from '../schema.ts';
import { FLAG_REASONS } from '../flag-reasons.ts';
import { checkbox } from '../../threads/schema.ts';
import type { SeenItem } from './flag-item.server.ts';
import { CLAIM_FILTERS } from './schema.ts';

/** The buttons under the list. */
export const MANY_INTENTS = ['dismiss', 'hide'] as const;

/** Boxes on a page of the queue, each with a name of its own: `item0`, `item1` … */
const BOXES = 25;
export const boxName = (index: number): string => `item${index}`;

/** What a ticked box sends: the item, and the version of it that was listed. */
export const boxValue = ({ id, version }: SeenItem): string => `${id}:${version}`;

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

/** The ticked items. */
export function tickedOf(form: Readonly<Record<string, unknown>>): SeenItem[] {
  return Array.from({ length: BOXES }, (_, index) => form[boxName(index)]).flatMap((value) => {
    const [id = '', version = ''] = typeof value === 'string' ? value.split(':') : [];
    return id === '' ? [] : [{ id, version: Number(version) }];
  });
}
