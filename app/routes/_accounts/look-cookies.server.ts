import { readSession, type NewSession } from '#app/domain/identity/sessions.server.ts';
import { getPreferences } from '#app/domain/identity/preferences/preferences.server.ts';
import type { Preferences } from '#app/domain/identity/preferences/schema.ts';
import {
  clearedLanguageCookie,
  languageCookie,
  sessionCookie,
  textSizeCookie,
  themeCookie,
} from '#app/platform/cookies.server.ts';

/** Set-Cookie values by which this browser shows the forum as a member wants it. */
export function lookCookies({ language, theme, textSize }: Preferences): string[] {
  return [
    language === null ? clearedLanguageCookie() : languageCookie(language),
    themeCookie(theme),
    textSizeCookie(textSize),
  ];
}

/** The headers that sign in: the session, and how its member wants the forum to look, so far as they chose. */
export async function signedInHeaders({ token, expiresAt }: NewSession): Promise<Headers> {
  const headers = new Headers({ 'Set-Cookie': sessionCookie(token, expiresAt) });
  const member = await readSession(token);
  if (!member) return headers;
  const { language, theme, textSize } = await getPreferences(member);
  if (language !== null) headers.append('Set-Cookie', languageCookie(language));
  if (theme !== 'system') headers.append('Set-Cookie', themeCookie(theme));
  if (textSize !== 'normal') headers.append('Set-Cookie', textSizeCookie(textSize));
  return headers;
}
