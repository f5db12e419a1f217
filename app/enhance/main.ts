/** What makes every page a little better where scripts run. Nothing here is needed: each page works without it. */
import { forgetMember } from './forget-member.ts';
import { watchHitKeys } from './hit-keys.ts';
import { watchLeaving } from './leave.ts';
import { watchPasskeys } from './passkeys.ts';
import { watchSearchKey } from './search-key.ts';
import { watchSuggestions } from './suggestions/watch-suggestions.ts';

forgetMember();
watchLeaving();
watchPasskeys();
watchSearchKey();
watchHitKeys();
watchSuggestions();
