import { main } from '../main.ts';

/** What the supervisor starts: one of several web processes. */
process.exit(await main());
