import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { DEFAULT_PERSPECTIVE, isPerspective } from '../topics/perspectives.ts';
import { LIMITS } from './limits.ts';
import { THREAD_KINDS } from './views.ts';

/** Messages of the schemas are keys of the catalogue's `faults`; `{{max}}` and the like are filled in by the form. */

/** Text of one line or a few, trimmed. PostgreSQL stores no NUL. */
const plainText = z.string().refine((text) => !text.includes('\0'), 'faults.controlCharacter');

/** A required text: what is left after trimming must not be empty. */
export function requiredText(max: number, missing: string) {
  return plainText.trim().min(1, missing).max(max, 'faults.tooLong');
}

/** A required Markdown text, kept as it was written but for its line ends, which browsers send as CRLF. */
export function markdownText(max: number, missing: string) {
  return plainText
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => text.trim() !== '', missing)
    .refine((text) => text.length <= max, { error: 'faults.tooLong', params: { max } });
}

/** A text that may be left out; empty counts as left out. */
export function optionalText(max: number) {
  return plainText
    .trim()
    .max(max, 'faults.tooLong')
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null);
}

export const perspectiveField = z
  .string()
  .default(DEFAULT_PERSPECTIVE)
  .refine(isPerspective, 'faults.perspectiveUnknown');

/** Whether one writes as a persona of this thread or under the pen name. Anonymous unless said otherwise. */
export const writeAsField = z.enum(['anonymous', 'pen-name'], 'faults.writeAsUnknown').default('anonymous');
export type WriteAs = z.infer<typeof writeAsField>;

/** The random key of one filled-in form: the same key twice is the same submit. */
export const formKeyField = z.string().regex(/^[a-z2-7]{16,32}$/, 'faults.formKey');

/** Sent as "on", or not at all. */
export const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** The number of the draft that a form was filled from, which is done with once the form is published. */
export const draftField = z
  .string()
  .regex(/^\d{0,2}$/, 'faults.malformed')
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : Number(text)));

const opening = {
  title: requiredText(LIMITS.title, 'faults.titleMissing'),
  contentWarning: optionalText(LIMITS.contentWarning),
  situation: optionalText(LIMITS.situation),
  body: markdownText(LIMITS.body, 'faults.bodyMissing'),
  whatIHaveTried: optionalText(LIMITS.whatIHaveTried),
  question: optionalText(LIMITS.question),
};

/** What the form at /threads/new sends. A dilemma asks a question; a discussion may. A guide takes a right, and a name to stand for it. */
export const startThreadSchema = z
  .strictObject({
    ...opening,
    topic: z.string({ error: 'faults.topicMissing' }).min(1, 'faults.topicMissing').max(100, 'faults.topicMissing'),
    kind: z.enum(THREAD_KINDS, 'faults.kindUnknown').default('dilemma'),
    language: z.enum(LANGUAGES, 'faults.languageUnknown').default('en'),
    perspective: perspectiveField,
    as: writeAsField,
    formKey: formKeyField,
    draft: draftField,
    showVerified: checkbox,
    keepOut: checkbox,
    despiteWarning: checkbox,
  })
  .refine((input) => input.kind !== 'dilemma' || input.question !== null, {
    path: ['question'],
    message: 'faults.questionMissing',
  })
  .refine((input) => input.kind !== 'guide' || input.as === 'pen-name', {
    path: ['as'],
    message: 'faults.guideAnonymous',
  });
export type StartThreadInput = z.output<typeof startThreadSchema>;

/** The fields of an opening post that an edit may change; a reply has `body` alone. */
export const openingContentSchema = z.strictObject(opening);
export type OpeningContent = z.output<typeof openingContentSchema>;
