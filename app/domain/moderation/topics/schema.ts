import { z } from 'zod';
import { optionalText, requiredText } from '../../threads/schema.ts';
import { topicSlugSchema, type TopicTexts } from '../../topics/schema.ts';

const NAME = 80;
const DESCRIPTION = 600;
/** 60 synonyms of 80 characters, one a line. */
const SYNONYMS = 60 * 81;

const synonyms = optionalText(SYNONYMS).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

/** What the form for a topic or a group sends: its texts language by language, synonyms one a line. */
export const topicSchema = z.strictObject({
  slug: z
    .string({ error: 'faults.topicSlugShape' })
    .trim()
    .refine((slug) => topicSlugSchema.safeParse(slug).success, 'faults.topicSlugShape'),
  groupId: optionalText(32),
  version: optionalText(32),
  nameEn: requiredText(NAME, 'faults.topicNameMissing'),
  nameNb: requiredText(NAME, 'faults.topicNameMissing'),
  descriptionEn: optionalText(DESCRIPTION),
  descriptionNb: optionalText(DESCRIPTION),
  synonymsEn: synonyms.refine(areShort, 'faults.topicSynonyms'),
  synonymsNb: synonyms.refine(areShort, 'faults.topicSynonyms'),
});
export type TopicInput = z.output<typeof topicSchema>;

function areShort(lines: readonly string[]): boolean {
  return lines.length <= 60 && lines.every((line) => line.length <= NAME);
}

export function textsOfInput(input: TopicInput): TopicTexts {
  const { nameEn, nameNb, descriptionEn, descriptionNb, synonymsEn, synonymsNb } = input;
  return {
    en: { name: nameEn, description: descriptionEn ?? '', synonyms: synonymsEn },
    nb: { name: nameNb, description: descriptionNb ?? '', synonyms: synonymsNb },
  };
}

/** `into` is the topic that stays, for a merge. */
export const topicActSchema = z.strictObject({
  intent: z.enum(['up', 'down', 'retire', 'reuse', 'merge']),
  into: optionalText(32),
});
export type TopicActInput = z.output<typeof topicActSchema>;
