import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#search/testing/free-port.ts';
import { START } from './start-command.ts';

/** CPU in ms (user and system, all threads, the embedded database included) and resident memory in MB. */
export type Cost = { cpuMs: number; rssMb: number };

export type MeasuredServer = {
  origin: string;
  pid: number;
  cost(): Promise<Cost>;
  /** Ends it as a supervisor would, by SIGTERM, and gives its exit code. */
  stop(): Promise<number | null>;
};

type Usage = { user: number; system: number; rss: number };

const READY_WITHIN = 120_000;

/** The built forum. What `env` gives as undefined it does not see, though this process has it. */
export function startMeasuredForum(env: Record<string, string | undefined>): Promise<MeasuredServer> {
  return startMeasured(
    () => START,
    (port) => ({ LOG_LEVEL: 'error', ...env, PORT: String(port) }),
  );
}

/** Gives Node what makes it a server on a free port, and waits until that answers. */
export async function startMeasured(
  args: (port: number) => readonly string[],
  env: (port: number) => Record<string, string | undefined> = () => ({}),
): Promise<MeasuredServer> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', './bench/process-cost.mjs', ...args(port)], {
    env: { ...process.env, ...env(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/readyz`, child);
  return {
    origin,
    pid: child.pid ?? 0,
    async cost() {
      child.send('cost');
      const [usage] = (await once(child, 'message')) as [Usage];
      return { cpuMs: (usage.user + usage.system) / 1000, rssMb: usage.rss / 1e6 };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(address).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`A server for the benchmark did not start (exit code ${child.exitCode})`);
}
