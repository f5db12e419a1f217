import type { AppLoadContext } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { lastKnownSettings } from '#app/domain/settings/settings.server.ts';

/** What routes get of a request at `origin`: of a guest who reads English and is held to no limit, but for what a test says. */
export function makeContext(origin: string, given: Partial<AppLoadContext> = {}): AppLoadContext {
  return {
    ...{ viewer: GUEST, language: 'en', theme: 'system', textSize: 'normal', forum: lastKnownSettings() },
    ...{ hasClient: false, nonce: '', origin, correlationId: 'test' },
    limit: () => Promise.resolve(),
    ...given,
  };
}
