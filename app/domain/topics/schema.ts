import { z } from 'zod';

const text = z.strictObject({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(600),
  synonyms: z.array(z.string().trim().min(1).max(80)).max(60),
});

/** Name, description and synonyms of a topic or a group in every language of the forum. */
export const topicTextsSchema = z.strictObject({ en: text, nb: text });
export type TopicTexts = z.output<typeof topicTextsSchema>;

export const topicSlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
