import { z } from 'zod';
import { EVERY_MARKER } from '#app/platform/markdown/markers.ts';
import { LIMITS } from '../../threads/limits.ts';
import { checkbox, optionalText } from '../../threads/schema.ts';
import { alsoField } from './also-field.ts';
import { REDACTED_KINDS } from './kinds.ts';
import { LONGEST_PASSAGE } from './limits.ts';

const fields = {
  /** As it was copied from what readers see or from its Markdown. */
  passage: z
    .string({ error: 'faults.passageMissing' })
    .refine((text) => /[\p{L}\p{N}]/u.test(text) && !text.includes('\0'), 'faults.passageMissing')
    .refine((text) => text.length <= LONGEST_PASSAGE, { error: 'faults.tooLong', params: { max: LONGEST_PASSAGE } })
    .refine((text) => text.search(EVERY_MARKER) < 0, 'faults.passageRedacted'),
  kind: z.enum(REDACTED_KINDS, 'faults.redactedKindMissing'),
  reason: optionalText(LIMITS.reason),
  otherCapitals: checkbox,
  insideWords: checkbox,
  /** What was looked for, as a digest, and what was found, as numbers and versions; empty before the first look. */
  lookedFor: z.string().max(100, 'faults.malformed').default(''),
  seen: z.string().max(100_000, 'faults.malformed').default(''),
};

/** What the form at /posts/:id/redact sends, in a thread whose newest post has that number. */
export function redactSchema(lastNumber: number) {
  const also = Array.from({ length: lastNumber }, (_, index) => [alsoField(index + 1), checkbox] as const);
  return z.strictObject({ ...fields, ...Object.fromEntries(also) });
}

/** `also`: the numbers of the other posts that were ticked. */
export type RedactInput = z.output<z.ZodObject<typeof fields>> & { also: readonly number[] };
