/** Prints what was measured beside its bar, and remembers whether every bar was met. */
export class Report {
  isMet = true;
  readonly #isPatient: boolean;

  /** @param isPatient whether what took too long is shown only. */
  constructor({ isPatient = false }: { isPatient?: boolean } = {}) {
    this.#isPatient = isPatient;
  }

  /** @param faults What was seen where it was not met. */
  line(
    what: string,
    figure: string,
    { bar, isGood, faults = [] }: { bar: string; isGood: boolean; faults?: readonly string[] },
  ): void {
    this.isMet &&= isGood;
    console.log(`  ${what.padEnd(46)} ${figure.padStart(14)}   (bar ${bar})   ${[...new Set(faults)].join(', ')}`);
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
