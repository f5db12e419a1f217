import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { LIMITS } from '../../threads/limits.ts';
import { markdownText, optionalText, perspectiveField, requiredText } from '../../threads/schema.ts';
import { THREAD_KINDS } from '../../threads/views.ts';
import { topicSlugSchema } from '../../topics/schema.ts';
import { explainIssues } from './explain-issues.ts';

/** One import file holds threads, one a line, in this shape (docs/import-format.md). Limits are those of the forms. */

const MAX_REPLIES = 5_000;
const EARLIEST = Date.UTC(1970, 0, 1);

/** A string that names something of the source: it is compared, never shown. */
const key = z
  .string()
  .max(200, 'faults.tooLong')
  .refine((text) => text.trim() !== '', 'is empty')
  .refine((text) => !text.includes('\0'), 'faults.controlCharacter');

/** ISO 8601: a time with its offset, or without one in UTC, or a date alone. */
const time = z
  .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], 'is not a date and time of ISO 8601')
  .transform((text) => new Date(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : asUtc(text)))
  .refine((date) => date.getTime() >= EARLIEST, 'is before 1970');

const postFields = {
  body: markdownText(LIMITS.body, 'faults.bodyMissing'),
  perspective: perspectiveField,
  writer: key.optional(),
  createdAt: time.optional(),
};

const replySchema = z.strictObject({
  ...postFields,
  quoteOf: z.number('is not a number').int('is not a whole number').min(0, 'is negative').optional(),
});

export const importLineSchema = z
  .strictObject({
    ...postFields,
    externalRef: key,
    title: requiredText(LIMITS.title, 'faults.titleMissing'),
    topic: topicSlugSchema,
    kind: z.enum(THREAD_KINDS, 'faults.kindUnknown').default('dilemma'),
    language: z.enum(LANGUAGES, 'faults.languageUnknown').default('en'),
    contentWarning: optionalText(LIMITS.contentWarning),
    structured: z
      .strictObject({
        situation: requiredText(LIMITS.situation, 'is empty'),
        whatIHaveTried: optionalText(LIMITS.whatIHaveTried),
        question: requiredText(LIMITS.question, 'is empty'),
      })
      .optional(),
    replies: z.array(replySchema).max(MAX_REPLIES, `has more than ${MAX_REPLIES} entries`).default([]),
  })
  .superRefine(({ replies }, context) => {
    replies.forEach(({ quoteOf }, index) => {
      if (quoteOf === undefined || quoteOf < index) return;
      context.addIssue({ code: 'custom', path: ['replies', index, 'quoteOf'], message: 'is not an earlier reply' });
    });
  });

export type ImportLine = z.output<typeof importLineSchema>;

export type ReadLine = { kind: 'read'; line: ImportLine } | { kind: 'refused'; reason: string };

/** What a line of an import file says, or why it is refused: in English, without quoting any text of the line. */
export function readImportLine(text: string, now: Date): ReadLine {
  const json = parseJson(text);
  if (json.kind === 'refused') return json;
  const parsed = importLineSchema.safeParse(json.value);
  if (!parsed.success) return { kind: 'refused', reason: explainIssues(parsed.error.issues) };
  const future = [parsed.data, ...parsed.data.replies].findIndex(
    ({ createdAt }) => createdAt !== undefined && createdAt > now,
  );
  if (future === -1) return { kind: 'read', line: parsed.data };
  const path = ['createdAt'];
  if (future > 0) path.unshift(`replies[${future - 1}]`);
  return { kind: 'refused', reason: `${path.join('.')}: is in the future` };
}

function parseJson(text: string): { kind: 'parsed'; value: unknown } | { kind: 'refused'; reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (holdsLoneSurrogate(text)) return { kind: 'refused', reason: 'holds half a character (a lone surrogate)' };
    return { kind: 'parsed', value };
  } catch {
    // The parser's own message quotes the text.
    return { kind: 'refused', reason: 'is not valid JSON' };
  }
}

/** UTF-8 cannot write half of a pair, so the database would hold another text than the file. Only an escape can make one. */
function holdsLoneSurrogate(text: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return false;
  let found = false;
  JSON.parse(text, (_, value: unknown) => {
    found ||= typeof value === 'string' && /\p{Surrogate}/u.test(value);
    return value;
  });
  return found;
}

function asUtc(text: string): string {
  return text.includes('T') ? `${text}Z` : `${text}T00:00Z`;
}
