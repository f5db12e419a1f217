import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { TEXT_SIZES, THEMES } from '#app/platform/theme.ts';
import type { Preferences } from './schema.ts';

const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** What the form at /me/settings/preferences sends. */
export const preferencesFormSchema = z.strictObject({
  language: z
    .enum([...LANGUAGES, 'browser'], 'faults.malformed')
    .transform((chosen) => (chosen === 'browser' ? null : chosen)),
  theme: z.enum(THEMES, 'faults.malformed'),
  textSize: z.enum(TEXT_SIZES, 'faults.malformed'),
  readMarks: checkbox,
  shortcuts: checkbox,
});

/** The fields of the form as the preferences have them. */
export function typedOfPreferences(preferences: Preferences): Record<string, string> {
  const { language, theme, textSize, readMarks, shortcuts } = preferences;
  return {
    language: language ?? 'browser',
    theme,
    textSize,
    ...(readMarks && { readMarks: 'on' }),
    ...(shortcuts && { shortcuts: 'on' }),
  };
}
