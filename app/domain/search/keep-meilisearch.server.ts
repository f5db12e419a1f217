import { EngineUnavailable } from '#search/engine-unavailable.ts';
import type { SearchSettings } from '#search/engine.ts';
import type { MeilisearchEngine } from '#search/meilisearch/engine.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { log, withoutContent } from '#app/platform/log.server.ts';
import { Bell } from './bell.ts';
import { Compacting } from './compacting.ts';
import { setReady, whenGivenUp } from './meilisearch.server.ts';
import { hurryRows } from './outbox-rows.server.ts';
import { rebuildMeilisearch } from './rebuild-meilisearch.server.ts';
import { relayOutbox } from './relay-outbox.server.ts';
import { currentSearchSettings, onSearchSettingsChange } from './search-settings.server.ts';

/** Ms between looks when nothing rings. */
const POLL = 1_000;
/** Ms after which it is made sure that the server still has the settings that are in force. */
const APPLIED_FOR = 60_000;
/** Ms that a server which does not answer is left alone: doubled with every look, up to the second. */
const BACK_OFF = { first: 1_000, longest: 15_000 } as const;
/** Looks in vain after which a person should look: some four minutes. A server that is started anew needs none. */
const TOO_MANY_LOOKS = 20;

/**
 * Keeps Meilisearch in line with the posts for as long as the process runs, and says when it may be asked: once it is there, of
 * a version that fits, filled, and not behind. Whatever goes wrong is logged and tried again; meanwhile PostgreSQL answers.
 */
export function keepMeilisearch(engine: MeilisearchEngine): { ring(): void; stop(): Promise<void> } {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  const keeper = new Keeper(engine);
  whenGivenUp(() => {
    keeper.doubt();
    bell.ring();
  });
  const forget = onSearchSettingsChange(ring);
  const poll = setInterval(ring, POLL);
  const finished = (async () => {
    do await keeper.look();
    while (await bell.rung());
  })();
  return {
    ring,
    async stop() {
      clearInterval(poll);
      forget();
      bell.close();
      await finished;
    },
  };
}

class Keeper {
  readonly #engine: MeilisearchEngine;
  readonly #compacting = new Compacting();
  #isPrepared = false;
  /** The settings that are in force on the server. */
  #applied: { settings: SearchSettings; until: number } | undefined;
  #failures = 0;
  #nextTry = 0;
  #complaint = '';

  constructor(engine: MeilisearchEngine) {
    this.#engine = engine;
  }

  /** What was found in order has failed since: it is looked at as at the start. */
  doubt(): void {
    this.#isPrepared = false;
  }

  async look(): Promise<void> {
    if (performance.now() < this.#nextTry) return;
    try {
      if (!this.#isPrepared) await this.#prepare();
      await this.#apply();
      this.#compacting.note(await relayOutbox(this.#engine));
      setReady(!(await isBehind()));
      await this.#compacting.run(() => this.#tidy());
      this.#failures = 0;
      this.#complaint = '';
    } catch (error) {
      setReady(false);
      this.#isPrepared = false;
      this.#leaveAlone();
      this.#complain(error);
    }
  }

  /** Once, and now and then again: a rebuild that began earlier may have put older ones in the place of these. */
  async #apply(): Promise<void> {
    const settings = currentSearchSettings();
    if (settings === this.#applied?.settings && performance.now() < this.#applied.until) return;
    await this.#engine.apply(settings);
    this.#applied = { settings, until: performance.now() + APPLIED_FOR };
  }

  /** Who runs several processes has one that rebuilds; the others wait until it is done. */
  async #prepare(): Promise<void> {
    this.#applied = undefined;
    const { version, needsRebuild } = await this.#engine.prepare();
    if (needsRebuild) {
      await this.#engine.apply(currentSearchSettings());
      const posts = await rebuildMeilisearch(this.#engine);
      log.info({ posts }, 'Meilisearch index filled');
    }
    // What waits because the server did not answer need not wait any longer.
    await hurryRows('relay');
    if (this.#failures > 0) log.info({ version }, 'Meilisearch answers');
    this.#isPrepared = true;
  }

  /** Finished tasks tell exact times of what was written. */
  async #tidy(): Promise<void> {
    await this.#engine.compact();
    await this.#engine.pruneTasks();
  }

  #leaveAlone(): void {
    this.#nextTry = performance.now() + Math.min(BACK_OFF.longest, BACK_OFF.first * 2 ** this.#failures);
    this.#failures += 1;
  }

  /** The same complaint is made once, and once more when it has lasted. */
  #complain(error: unknown): void {
    if (error instanceof DomainError && error.code === 'conflict') return;
    const isAway = error instanceof EngineUnavailable;
    const level = isAway && this.#failures < TOO_MANY_LOOKS ? 'warn' : 'error';
    const message = isAway ? error.message : 'search engine not kept up to date';
    const complaint = `${level}: ${message}`;
    if (complaint === this.#complaint) return;
    this.#complaint = complaint;
    log[level](withoutContent(error), message);
  }
}

/** Whether something that the engine should know could not be told to it. */
async function isBehind(): Promise<boolean> {
  return (await db.outbox.findFirst({ where: { stage: 'relay', attempts: { gt: 1 } }, select: { id: true } })) !== null;
}
