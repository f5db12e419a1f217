/** What makes every page a little better where scripts run. Nothing here is needed: each page works without it. */
import { watchCopying } from './copy-link.ts';
import { forgetMember } from './forget-member.ts';
import { watchKeysHelp } from './keys-help.ts';
import { watchLeaving } from './leave.ts';
import { watchNewReplies } from './new-replies.ts';
import { watchPasskeys } from './passkeys.ts';
import { watchReadingKeys } from './reading-keys.ts';
import { watchSearchKey } from './search-key.ts';
import { watchSuggestions } from './suggestions/watch-suggestions.ts';

forgetMember();
watchLeaving();
watchPasskeys();
watchSearchKey();
watchReadingKeys();
watchKeysHelp();
watchNewReplies();
watchSuggestions();
watchCopying();
