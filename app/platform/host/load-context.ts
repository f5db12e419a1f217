import type { Viewer } from '#app/domain/identity/viewer.ts';
import type { Language } from '#app/i18n/languages.ts';
import type { Settings } from '#app/domain/settings/schema.ts';
import type { LimitedAction } from '../rate-limit/limits.ts';
import type { TextSize, Theme } from '../theme.ts';

/** What the host knows of a request before Remix sees it; every loader and action gets it as `context`. */
export type RequestContext = {
  /** Who asks. The session is read once a request, here. */
  viewer: Viewer;
  /** Of the `language` cookie, else of Accept-Language, else English; among the languages that are offered. */
  language: Language;
  /** Of the `theme` cookie. */
  theme: Theme;
  /** Of the `text-size` cookie. */
  textSize: TextSize;
  /** What its administrators call the forum, whom they want to be asked, and the languages they offer. */
  forum: Pick<Settings, 'name' | 'contact' | 'languages'>;
  /** Whether Remix's client is there, or asks: it reads what the loaders gave. Guests' pages are without it. */
  hasClient: boolean;
  /** For the scripts of this one answer; only members' pages have any that need it. */
  nonce: string;
  /** The public address, never what the Host header says. */
  origin: string;
  /** Short and random: shown to the person when something breaks, and stands beside the error in the log. */
  correlationId: string;
  /**
   * Counts one `action` of whoever sent the request.
   *
   * @throws DomainError `too-many`, with `retryAfter`, when they did it too often (rate-limit/limits.ts).
   */
  limit: (action: LimitedAction) => Promise<void>;
};

declare module '@remix-run/node' {
  // An interface, for it is merged with Remix's own.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestContext {}
}
