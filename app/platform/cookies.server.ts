import { parseCookie, stringifySetCookie } from 'cookie';
import { isLanguage, type Language } from '#app/i18n/languages.ts';
import { isTextSize, isTheme, type TextSize, type Theme } from './theme.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

let secure = true;

/** Called once at start: on plain http (this machine alone, see config.server.ts) browsers keep no Secure cookie. */
export function useCookiesFor(origin: string): void {
  secure = new URL(origin).protocol === 'https:';
}

/** The name of the session cookie. `__Host-` makes browsers hold it to this host, to `/` and to https. */
export function sessionCookieName(): string {
  return secure ? '__Host-session' : 'session';
}

/** A Set-Cookie value that signs in: `token` until `expiresAt`. */
export function sessionCookie(token: string, expiresAt: Date): string {
  return write(sessionCookieName(), token, { expires: expiresAt, httpOnly: true });
}

/** A Set-Cookie value that forgets the session. The host adds `Clear-Site-Data` to the answer that carries it. */
export function clearedSessionCookie(): string {
  return write(sessionCookieName(), '', { maxAge: 0, httpOnly: true });
}

export function languageCookie(language: Language): string {
  return write('language', language, { maxAge: YEAR_IN_SECONDS });
}

/** From then on the browser's own wish holds. */
export function clearedLanguageCookie(): string {
  return write('language', '', { maxAge: 0 });
}

export function themeCookie(theme: Theme): string {
  return write('theme', theme, { maxAge: YEAR_IN_SECONDS });
}

export function textSizeCookie(textSize: TextSize): string {
  return write('text-size', textSize, { maxAge: YEAR_IN_SECONDS });
}

export type RequestCookies = {
  sessionToken: string | undefined;
  language: Language | undefined;
  theme: Theme;
  textSize: TextSize;
};

/** What a request's Cookie header says, as far as it is ours and makes sense. */
export function readCookies(header: string | undefined): RequestCookies {
  const { [sessionCookieName()]: token, language, theme, 'text-size': textSize } = parseCookie(header ?? '');
  return {
    sessionToken: token === '' ? undefined : token,
    language: isLanguage(language) ? language : undefined,
    theme: isTheme(theme) ? theme : 'system',
    textSize: isTextSize(textSize) ? textSize : 'normal',
  };
}

type Lifetime = { expires: Date } | { maxAge: number };

function write(name: string, value: string, options: Lifetime & { httpOnly?: boolean }): string {
  return stringifySetCookie({ name, value, path: '/', sameSite: 'lax', secure, ...options });
}
