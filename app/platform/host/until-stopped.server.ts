export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Waits for one of the signals (SIGINT is Ctrl-C) and gives its name. A second one ends the process at once. */
export function untilStopped(signals: readonly StopReason[]): Promise<StopReason> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      for (const name of signals) {
        process.off(name, stop);
        process.once(name, () => process.exit(130));
      }
      resolve(signal as StopReason);
    };
    for (const name of signals) process.on(name, stop);
  });
}
