import { z } from 'zod';
import { LIMITS } from '../threads/limits.ts';
import {
  checkbox,
  draftField,
  formKeyField,
  markdownText,
  openingContentSchema,
  optionalText,
  perspectiveField,
  writeAsField,
} from '../threads/schema.ts';
import { CHAIRS } from '../topics/perspectives.ts';

/** What the reply form under a thread sends. */
export const replySchema = z.strictObject({
  body: markdownText(LIMITS.body, 'faults.bodyMissing'),
  perspective: perspectiveField,
  as: writeAsField,
  quoteOf: optionalText(32),
  /** The word that bringing the other of one's names into this thread is meant. */
  confirmSwitch: checkbox,
  formKey: formKeyField,
  draft: draftField,
  showVerified: checkbox,
  /** The word that a text stands although a word in it was pointed out. */
  despiteWarning: checkbox,
});
export type ReplyInput = z.output<typeof replySchema>;

/** From which chair somebody says that a post helped. */
export const endorsementSchema = z.strictObject({ chair: z.enum(CHAIRS) });

const edit = {
  /** The version the edit began from: a later one in the database means that somebody else was faster. */
  version: z.coerce.number().int().min(1),
  /** Required of a moderator, optional for the author. */
  reason: optionalText(LIMITS.reason),
  /** A moderator's word that readers may see what was taken away. */
  publicDiff: checkbox,
  despiteWarning: checkbox.optional(),
};

export const editReplySchema = z.strictObject({ body: markdownText(LIMITS.body, 'faults.bodyMissing'), ...edit });
export const editOpeningSchema = z.strictObject({ ...openingContentSchema.shape, ...edit });
export type EditReplyInput = z.output<typeof editReplySchema>;
export type EditOpeningInput = z.output<typeof editOpeningSchema>;
