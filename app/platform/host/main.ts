import { isRestoreUnfinished } from '#prisma/backup/restore-database.ts';
import { seed } from '#prisma/seed/seed.ts';
import { forgetCommonVerifications } from '#app/domain/authorship/verification.server.ts';
import { measureOutbox } from '#app/domain/search/outbox-metrics.server.ts';
import { startIndexer } from '#app/domain/search/indexer.server.ts';
import { followSearchSettings } from '#app/domain/search/search-settings.server.ts';
import { forgetSettings } from '#app/domain/settings/settings.server.ts';
import { serveCommands } from '../commands/socket.server.ts';
import { ConfigError, readConfig, type Config } from '../config.server.ts';
import { useCookiesFor } from '../cookies.server.ts';
import { noteSealKeys, OTHER_SEAL_KEY } from '../known-seal-keys.server.ts';
import { useLogLevel } from '../log.server.ts';
import { usePostOffice } from '../mail/post-office.server.ts';
import { smtpOffice } from '../mail/smtp.server.ts';
import { closeMarkdown } from '../markdown/markdown.server.ts';
import { sealKeys } from '../seal-keys.server.ts';
import { setUpFault } from '../set-up/set-up-fault.ts';
import { Admission, AT_ONCE } from './admission.server.ts';
import { boundMemory } from './bound-memory.ts';
import { clientAddresses } from './client-address.server.ts';
import { GuestPages } from './guest-pages.server.ts';
import { serve } from './http-server.server.ts';
import { startJobs } from './jobs.server.ts';
import { builtPages, type Pages } from './pages.server.ts';
import { openForum } from './open-forum.server.ts';
import { startRefreshing } from './refresh-rendering.server.ts';
import {
  isFirst,
  isSupervised,
  takeLeave,
  tellReady,
  untilLeaving,
  wasReplaced,
} from './processes/supervised.server.ts';
import { Undo } from './undo.ts';
import { complain, say, welcome } from './welcome.server.ts';

const RESTORE_UNFINISHED =
  'Cannot start: a restore into this database did not come to its end, so what was erased may be there. Run it again: it begins anew.';

/**
 * Runs the forum in this process until it is told to stop, and gives the exit code. What is wrong with the set-up is said in one line.
 *
 * @param pages Where pages and files come from; the built ones unless told otherwise (dev.mjs).
 */
export async function main(pages: () => Promise<Pages> = builtPages): Promise<number> {
  boundMemory();
  const undo = new Undo();
  const leaving = untilLeaving();
  undo.add(takeLeave);
  try {
    await start(readConfig(process.env), await pages(), undo);
    const reason = await leaving;
    if (!isSupervised) say(`Stopping (${reason}) …`);
    return 0;
  } catch (error) {
    complain(setUpFault(error));
    return 1;
  } finally {
    await undo.all();
  }
}

/** What the domain keeps in memory of tables that other instances write to as well. */
const REMEMBERED = { accounts: forgetCommonVerifications, settings: forgetSettings };

/** Each step puts its undoing on `undo`: the end goes backwards through what the start did. */
async function start(config: Config, pages: Pages, undo: Undo): Promise<void> {
  useLogLevel(config.logLevel);
  useCookiesFor(config.origin);
  const clientAddress = clientAddresses(config.trustProxy);
  const tell = isFirst ? say : () => undefined;
  tell(
    config.databaseUrl === undefined ? `Opening the database in ${config.dataDir} …` : 'Connecting to the database …',
  );
  const { database, close } = await openForum(config, tell);
  undo.add(close);
  if (await isRestoreUnfinished(database)) throw new ConfigError(RESTORE_UNFINISHED);
  if ((await noteSealKeys(database, sealKeys())) === false) tell(OTHER_SEAL_KEY);
  undo.add(closeMarkdown);
  await seed({ demo: config.demo, log: tell });
  const guestPages = pages.isDevelopment === true ? undefined : await GuestPages.open(database, REMEMBERED);
  undo.add(async () => guestPages?.close());
  const searchSettings = await followSearchSettings();
  undo.add(() => searchSettings.stop());
  const indexer = await startIndexer();
  undo.add(() => indexer.stop());
  measureOutbox();
  if (database.kind === 'embedded') {
    const control = await serveCommands(config.dataDir);
    undo.add(() => control.close());
  }
  useMailOf(config);
  undo.add(await startJobs(config));
  // PORT=0 takes any free port; without ORIGIN the address is known only then.
  const originOn = (port: number): string => config.origin.replace(/:0$/, `:${port}`);
  const server = await serve(config.host, config.port, (port) => ({
    origin: originOn(port),
    clientAddress,
    admission: new Admission(AT_ONCE[database.kind]),
    guestPages,
    metricsToken: config.metricsToken,
    ...pages,
  }));
  undo.add(() => server.close(wasReplaced()));
  const origin = originOn(server.port);
  if (isSupervised) await tellReady(origin);
  else welcome(origin, database.kind);
  undo.add(startRefreshing());
}

function useMailOf({ smtpUrl, smtpFrom, origin }: Config): void {
  if (smtpUrl !== undefined) usePostOffice(smtpOffice({ url: smtpUrl, from: smtpFrom, origin }));
}
