import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** After this many ms who is still being answered is cut off. */
const PATIENCE = 6_000;
/**
 * For so many ms a stopping server still takes what comes, and asks each connection to end with its answer: what was on its way is
 * answered, and a proxy hears from `/readyz` to send people elsewhere.
 */
const FAREWELL = 1_500;
/** Ms within which a turn of the event loop had nothing to do. */
const SHORT_TURN = 1;
/** Ms in which whoever has their answer, and was asked to end the connection, would have come back for another. */
const CALM = 10;

/** How a server ends: whoever it has taken in is answered, and nobody stands at the door when that is shut. */
export class GracefulClose {
  readonly #server: Server;
  /** Who has connected and asked nothing yet. */
  readonly #silent = new Set<Socket>();
  #connections = 0;
  /** Requests that have no answer yet, those that are held among them. */
  #unanswered = 0;
  #hasBegun = false;
  /** Requests that wait until the door is shut; none are held before and afterwards. */
  #held: (() => void)[] | undefined;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#connections++;
      this.#silent.add(socket);
      socket.once('close', () => this.#silent.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#silent.delete(socket);
      this.#unanswered++;
      response.once('close', () => this.#unanswered--);
    });
  }

  /** From now on each connection is to end with its answer. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Whether a request must wait while the door is being shut; `answer` is called once it is. */
  holds(answer: () => void): boolean {
    this.#held?.push(answer);
    return this.#held !== undefined;
  }

  /** Takes no more connections, answers what has been asked, and ends. */
  async close(): Promise<void> {
    this.#hasBegun = true;
    await this.#sayFarewell();
    // With nothing to do but to let people in, the process is done with all who are there before the next one comes.
    this.#held = [];
    await this.#nobodyWaits();
    const closed = new Promise<void>((resolve) => void this.#server.close(() => resolve()));
    const held = this.#held;
    this.#held = undefined;
    for (const answer of held) answer();
    const impatience = setTimeout(() => this.#server.closeAllConnections(), PATIENCE);
    // A connection becomes idle when its last answer has been sent.
    const sweep = setInterval(() => this.#server.closeIdleConnections(), 100);
    await closed;
    clearTimeout(impatience);
    clearInterval(sweep);
  }

  /** Until nobody is connected, or `FAREWELL` is over. */
  async #sayFarewell(): Promise<void> {
    const end = performance.now() + FAREWELL;
    const connections = promisify(this.#server.getConnections.bind(this.#server));
    while (performance.now() < end && (await connections()) > 0) await wait(50);
  }

  /**
   * Until for a while nobody came in, everybody who is in has asked, and nobody is given an answer, after which they would come back; and a turn of
   * the event loop was short: whoever still waits at the door when it is shut, or has not been listened to, is cut off. A turn lets in one.
   */
  async #nobodyWaits(): Promise<void> {
    const end = performance.now() + FAREWELL;
    for (let last = performance.now(), calmSince = last; last < end;) {
      const connections = this.#connections;
      if (!this.#isHeard) await wait(SHORT_TURN);
      const began = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
      const isCalm = last - began <= SHORT_TURN && connections === this.#connections && this.#isHeard;
      if (!isCalm) calmSince = last;
      else if (last - calmSince >= CALM) return;
    }
  }

  /** Whether everybody who is in has asked, and only those who are held wait for an answer. */
  get #isHeard(): boolean {
    return this.#silent.size === 0 && this.#unanswered <= (this.#held?.length ?? 0);
  }
}
