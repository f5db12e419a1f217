import type { Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { AggregatorRegistry } from 'prom-client';
import type { Figures } from '../../metrics/metrics.ts';
import type { FromProcess, ToProcess } from './messages.ts';
import { Replies } from './replies.ts';

/** Ms that a process has to give its figures, which are left out when it gets round to nothing. A scraper waits for ten seconds. */
const PATIENCE = 5_000;
/** What only ever grows. */
const COUNTED = new Set(['counter', 'histogram']);

/** The figures of all web processes in one, whichever of them is asked for `/metrics`. */
export class GatheredMetrics {
  readonly #reporting = new Set<Worker>();
  readonly #replies = new Replies<Figures>();
  /** What was counted by those that have left: a sum that fell would look like a new start. */
  #gone: Figures = [];

  /** Counts `worker` in from now on. */
  add(worker: Worker): void {
    this.#reporting.add(worker);
    worker.once('exit', () => this.#reporting.delete(worker));
    worker.on('message', (message: FromProcess) => void this.#hear(worker, message));
  }

  async #hear(worker: Worker, message: FromProcess): Promise<void> {
    if (message.kind === 'figures') this.#replies.settle(message.id, message.figures);
    if (message.kind === 'last-figures') {
      this.#reporting.delete(worker);
      const together = await AggregatorRegistry.aggregate([this.#gone, message.figures]).getMetricsAsJSON();
      this.#gone = together.filter(({ type }) => COUNTED.has(String(type)));
    }
    if (message.kind === 'metrics-wanted') tell(worker, { kind: 'metrics', id: message.id, text: await this.#text() });
  }

  async #text(): Promise<string> {
    const asked = [...this.#reporting].map((worker) =>
      Promise.race([
        this.#replies.ask((id) => tell(worker, { kind: 'figures-wanted', id })),
        pause(PATIENCE, undefined, { ref: false }),
      ]),
    );
    const figures = (await Promise.all(asked)).filter((given) => given !== undefined);
    return AggregatorRegistry.aggregate([...figures, this.#gone]).metrics();
  }
}

/** Says something to a process, which may just have ended. */
export function tell(worker: Worker, message: ToProcess): void {
  worker.send(message, () => undefined);
}
