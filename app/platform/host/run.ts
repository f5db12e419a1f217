import { join } from 'node:path';
import { readConfig } from '../config.server.ts';
import { useLogLevel } from '../log.server.ts';
import { Supervisor } from './processes/supervisor.server.ts';
import { untilStopped } from './until-stopped.server.ts';
import { complain, say, welcome } from './welcome.server.ts';

/** Runs the forum until it is told to stop, in this process or in as many as WEB_CONCURRENCY says, and gives the exit code. */
export async function run(): Promise<number> {
  const processes = processesWanted();
  return processes > 1 ? supervise(processes) : (await import('./main.ts')).main();
}

/** SIGHUP replaces all processes, one after the other: by those of a new build, if there is one. */
async function supervise(processes: number): Promise<number> {
  const stopped = untilStopped(['SIGINT', 'SIGTERM']);
  const supervisor = new Supervisor(join(import.meta.dirname, 'web-process.js'));
  process.on('SIGHUP', () => void supervisor.replaceAll());
  const started = supervisor.start(processes).then((origin) => welcome(origin, 'server'));
  try {
    const reason = await Promise.race([stopped, supervisor.givenUp, started.then(() => stopped)]);
    say(`Stopping (${reason}) …`);
    return 0;
  } catch (error) {
    complain((error as Error).message);
    return 1;
  } finally {
    await supervisor.stop();
  }
}

function processesWanted(): number {
  try {
    const { webConcurrency, logLevel } = readConfig(process.env);
    useLogLevel(logLevel);
    return webConcurrency;
  } catch {
    // The one process says what is wrong, as it does of all that keeps it from starting.
    return 1;
  }
}
