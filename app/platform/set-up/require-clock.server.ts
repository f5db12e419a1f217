import { stat } from 'node:fs/promises';
import { now } from '../clock.server.ts';
import { ConfigError } from '../config.server.ts';
import { DAY_MS } from '../times.ts';

/** Ms by which a clock is far off, and not merely to be set by NTP. */
const FAR = 10 * 60_000;

/**
 * Looks whether this machine's clock can be right: it cannot show a day before the one on which this program was made. How far it
 * is ahead nobody knows who has no other clock (decision 106).
 *
 * @throws ConfigError when it is far behind.
 */
export async function requireLaterThanProgram(program = import.meta.filename): Promise<void> {
  const { mtime } = await stat(program);
  if (now().getTime() >= mtime.getTime() - DAY_MS) return;
  throw new ConfigError(
    `Clock: this machine says that it is ${minute(now())}, and the program was made at ${minute(mtime)}. Set the clock right (NTP)`,
  );
}

/** @throws ConfigError when the clock of this machine and that of the database are far apart. */
export function requireSameTime(database: Date): void {
  if (Math.abs(database.getTime() - now().getTime()) <= FAR) return;
  throw new ConfigError(
    `Clock: this machine says that it is ${minute(now())}, its database ${minute(database)}. Set the wrong one right (NTP)`,
  );
}

function minute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
