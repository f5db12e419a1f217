import { ConfigError, readConfig, type Config } from '../config.server.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';
import type { Finding } from './doctor/finding.ts';
import { lookAtDatabase } from './doctor/look-at-database.server.ts';
import { lookAtMachine } from './doctor/look-at-machine.server.ts';
import { lookAtServices } from './doctor/look-at-services.server.ts';

const MARK: Record<Finding['state'], string> = { good: 'good', doubtful: 'look', bad: 'MEND' };

/** `doctor`: looks at the set-up without changing anything and says, part by part, what is to be mended. Fails when something is. */
export async function doctor(args: string[], io: CommandIo): Promise<number> {
  if (args.length > 0) throw new UsageError('This command takes no arguments.');
  const findings = await look();
  for (const { part, state, says } of findings) io.out(`${MARK[state]}  ${part.padEnd(13)} ${says}`);
  return findings.some(({ state }) => state === 'bad') ? EXIT.failed : EXIT.done;
}

async function look(): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [{ part: 'configuration', state: 'bad', says: error.message.replace(/^Configuration: /, '') }];
  }
  const looks = [lookAtMachine(config), lookAtDatabase(config), lookAtServices(config)];
  const fine: Finding = { part: 'configuration', state: 'good', says: config.origin };
  return [fine, ...(await Promise.all(looks)).flat()];
}
