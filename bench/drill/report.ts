import { Figures } from '../figures.ts';

/** Tells what a drill measured beside its bar. */
export class Report {
  readonly #figures: Figures;
  readonly #isPatient: boolean;

  /**
   * @param about the drill, and on what it is done.
   * @param isPatient whether what took too long is shown only.
   */
  constructor(about: string, { isPatient = false }: { isPatient?: boolean } = {}) {
    this.#figures = new Figures(about);
    this.#isPatient = isPatient;
  }

  /** Whether every bar so far was met. */
  get isMet(): boolean {
    return this.#figures.isMet;
  }

  /** @param faults What was seen where it was not met. */
  line(
    what: string,
    figure: string,
    { bar, isGood, faults = [] }: { bar: string; isGood: boolean; faults?: readonly string[] },
  ): void {
    this.#figures.tell({ what, value: figure, bar, isMet: isGood, note: [...new Set(faults)].join(', ') });
  }

  /** It has to be done in less than `bar` seconds. */
  within(what: string, seconds: number, bar: number): void {
    const isGood = this.#isPatient || seconds < bar;
    this.line(what, `${seconds.toFixed(1)} s`, { bar: `< ${bar} s`, isGood });
  }

  /** The same in milliseconds. */
  withinMs(what: string, ms: number, bar: number): void {
    this.line(what, `${ms.toFixed(1)} ms`, { bar: `≤ ${bar} ms`, isGood: this.#isPatient || ms <= bar });
  }

  /** It has to be done at least `bar` times a second. */
  atLeast(what: string, perSecond: number, bar: number): void {
    const isGood = this.#isPatient || perSecond >= bar;
    this.line(what, `${perSecond.toFixed(0)}/s`, { bar: `≥ ${bar}/s`, isGood });
  }

  /** Of `all` none may be `wrong`. */
  none(what: string, wrong: number, all: number, faults?: readonly string[]): void {
    this.line(what, `${wrong} of ${all}`, { bar: '0', isGood: wrong === 0, ...(faults && { faults }) });
  }
}
