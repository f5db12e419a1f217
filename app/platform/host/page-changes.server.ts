import { randomBytes } from 'node:crypto';
import type { Database } from '#prisma/client.ts';
import { log, withoutContent } from '../log.server.ts';

/** The channel on which the triggers `tell_pages` speak, and the instances to each other. */
const CHANNEL = 'pages';
/** Ms that a change waits for other instances. One that has not answered by then has not heard itself either, and serves nothing kept. */
const PATIENCE = 1_000;
/** "?round instance" asks whether all before it has come, "!round instance" says so. */
const ASKED = /^\?(\w+) (\d+)$/;
const HEARD = /^!(\w+) (\d+)$/;

type Round = { missing: Set<number> | undefined; heard: Set<number>; done: () => void };

/** What hears of changes: of the tags of one, or that any number may have been missed. */
export type OnChange = { change(tags: readonly string[]): void; changeAll(): void };

/** The changes of what guests' pages show, from all instances, in the order of their commits. */
export class PageChanges {
  readonly #database: Database;
  readonly #onChange: OnChange;
  readonly #rounds = new Map<string, Round>();
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #leave: () => Promise<void> = () => Promise.resolve();

  private constructor(database: Database, onChange: OnChange) {
    this.#database = database;
    this.#onChange = onChange;
  }

  /** Tells `onChange` of every change from now on, until `close`. */
  static async follow(database: Database, onChange: OnChange): Promise<PageChanges> {
    const changes = new PageChanges(database, onChange);
    const unlisten = await database.listen(CHANNEL, (message) => changes.#hear(message));
    const leave = await database.presence.join();
    changes.#leave = async () => {
      await leave();
      await unlisten();
    };
    return changes;
  }

  /** Waits until no live instance serves what was changed before the call; a second at most. Waiters share a round. */
  async settle(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#round().finally(() => (this.#running = undefined));
      return this.#running;
    }
    // The round that runs may have begun before the caller's change: the next one did not.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.settle();
    });
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  async #round(): Promise<void> {
    const name = randomBytes(6).toString('hex');
    const { presence } = this.#database;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(resolve, PATIENCE);
        const round: Round = { missing: undefined, heard: new Set(), done: resolve };
        this.#rounds.set(name, round);
        this.#say(`?${name} ${presence.instance}`)
          .then(() => presence.instances())
          .then((instances) => this.#expect(round, instances))
          .catch(reject);
      });
    } catch (error) {
      // The change itself is committed, and who cannot be asked cannot hear either.
      log.error(withoutContent(error), 'other instances were not asked whether they know of a change');
    } finally {
      clearTimeout(timer);
      this.#rounds.delete(name);
    }
  }

  #expect(round: Round, instances: readonly number[]): void {
    round.missing = new Set(instances.filter((instance) => !round.heard.has(instance)));
    if (round.missing.size === 0) round.done();
  }

  #hear(message: string): void {
    if (message === '') {
      this.#onChange.changeAll();
      return;
    }
    const [, heardRound, by] = HEARD.exec(message) ?? [];
    if (heardRound !== undefined) {
      this.#noteHeard(heardRound, Number(by));
      return;
    }
    const [, askedRound, asker] = ASKED.exec(message) ?? [];
    if (askedRound === undefined) {
      this.#onChange.change(message.split(' '));
      return;
    }
    const { instance } = this.#database.presence;
    if (Number(asker) === instance) {
      this.#noteHeard(askedRound, instance);
      return;
    }
    this.#say(`!${askedRound} ${instance}`).catch((error: unknown) =>
      log.error(withoutContent(error), 'another instance was not told that its change is known'),
    );
  }

  #noteHeard(name: string, instance: number): void {
    const round = this.#rounds.get(name);
    round?.heard.add(instance);
    round?.missing?.delete(instance);
    if (round?.missing?.size === 0) round.done();
  }

  async #say(message: string): Promise<void> {
    await this.#database.prisma.$executeRaw`SELECT pg_notify(${CHANNEL}, ${message})`;
  }
}
