import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#prisma/client.ts';
import { countTurnedAway, noteWaiting, type TurnedAway } from '../metrics/metrics.ts';
import { Refusal } from './refusal.ts';

/** So many requests are answered at once as keep the database busy: with more of them all would be late. The embedded one does one thing at a time. */
export const AT_ONCE: Readonly<Record<Database['kind'], number>> = { server: 20, embedded: 4 };

/** So many wait for their turn. */
const MOST_WAITING = 100;
/** Ms that one waits. A page is asked for again with one press; what somebody wrote they would have to send again. */
const PATIENCE = { urgent: 10_000, usual: 1_000 } as const;

/** Thrown for everybody: to note where it happened costs more than all else of turning somebody away. */
const BUSY = new Refusal('busy');

/** Whatever is `urgent` has its turn before all that is not. */
export type Urgency = keyof typeof PATIENCE;

type Waiting = { isLate: () => boolean; admit: () => void; turnAway: (why: TurnedAway) => void };

/**
 * Lets in as many requests as can be answered soon and has some wait, in the order in which they came. The others hear at once that they
 * should come again: whoever is let in is answered no later than on a quiet day, however many there are.
 */
export class Admission {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #lines: Record<Urgency, Set<Waiting>> = { urgent: new Set(), usual: new Set() };
  #inside = 0;
  #isPatient = false;

  constructor(atOnce: number, mostWaiting = MOST_WAITING) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Does `make` when its turn has come.
   *
   * @throws Refusal `busy` when too many wait, or it has waited too long: `make` was not called then.
   */
  async admit<Made>(urgency: Urgency, make: () => Promise<Made>): Promise<Made> {
    if (this.#inside < this.#atOnce) this.#inside++;
    else await this.#turn(urgency);
    try {
      // The embedded database works in this very process, which could make page after page without a look at who else has come: they
      // would wait where nobody counts them.
      await nextTurn();
      return await make();
    } finally {
      this.#callNext();
    }
  }

  /** Whether nobody is let in who is not urgent, not even to wait. */
  get isFull(): boolean {
    return this.#inside >= this.#atOnce && this.#waiting >= this.#mostWaiting;
  }

  #turn(urgency: Urgency): Promise<void> {
    // The last of a full line that nobody urgent has left a place in.
    if (urgency === 'usual' && this.isFull) {
      countTurnedAway('full');
      return Promise.reject(BUSY);
    }
    const line = this.#lines[urgency];
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const leave = (): void => {
        clearTimeout(impatience);
        line.delete(waiting);
        noteWaiting(this.#waiting);
      };
      const waiting: Waiting = {
        isLate: () => !this.#isPatient && performance.now() - began >= PATIENCE[urgency],
        admit: () => {
          leave();
          resolve();
        },
        turnAway: (why) => {
          leave();
          countTurnedAway(why);
          reject(BUSY);
        },
      };
      const impatience = setTimeout(() => {
        if (!this.#isPatient) waiting.turnAway('late');
      }, PATIENCE[urgency]);
      line.add(waiting);
      noteWaiting(this.#waiting);
      if (this.#waiting > this.#mostWaiting) this.#last()?.turnAway('full');
    });
  }

  /** The forum is ending: whoever waits has been taken in and is answered, however long that takes. */
  makePatient(): void {
    this.#isPatient = true;
  }

  /**
   * The place of who has been answered goes to the next. Whoever has waited too long is not let in: the clock that tells them so is late itself
   * when the process had no time.
   */
  #callNext(): void {
    for (const next of [...this.#lines.urgent, ...this.#lines.usual]) {
      if (!next.isLate()) {
        next.admit();
        return;
      }
      next.turnAway('late');
    }
    this.#inside--;
  }

  get #waiting(): number {
    return this.#lines.urgent.size + this.#lines.usual.size;
  }

  /** Whose turn would come last. */
  #last(): Waiting | undefined {
    return [...this.#lines.urgent, ...this.#lines.usual].at(-1);
  }
}
