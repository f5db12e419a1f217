/** What makes every page a little better where scripts run. Nothing here is needed: each page works without it. */
import { watchLeaving } from './leave.ts';
import { watchSearchKey } from './search-key.ts';

watchLeaving();
watchSearchKey();
