import { lastKnownSettings } from '#app/domain/settings/settings.server.ts';

/** What of a request's context says how a page looks, where a test does not care. */
export const APPEARANCE = { theme: 'system', textSize: 'normal', forum: lastKnownSettings() } as const;
