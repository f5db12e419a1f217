import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { TEXT_SIZES, THEMES } from '#app/platform/theme.ts';
import type { VaultKind } from '../vault.server.ts';

/** How a member wants the forum to be for them. What was never chosen has the value that stands here. */
const preferencesSchema = z.object({
  /** Null for what the browser asks for. */
  language: z.enum(LANGUAGES).nullable().default(null),
  theme: z.enum(THEMES).default('system'),
  textSize: z.enum(TEXT_SIZES).default('normal'),
  /** Whether it is remembered up to which post a thread was read. */
  readMarks: z.boolean().default(true),
  /** Whether single keys do something. */
  shortcuts: z.boolean().default(true),
  /** Accounts whose posts under the pen name are folded. By their id: a new pen name changes nothing. */
  mutedMembers: z.array(z.string()).default([]),
  /** Topics whose threads are left out of lists that nobody asked for by topic, by their id. */
  mutedTopics: z.array(z.string()).default([]),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** Private: encrypted under the member secret, in a row that names nobody. */
export const PREFERENCES: VaultKind<Preferences> = { name: 'settings', schema: preferencesSchema };
