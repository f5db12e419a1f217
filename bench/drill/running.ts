import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN = 120_000;
const BETWEEN_LOOKS = 50;
/** Where daemons are, which is not on everybody's PATH. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** A program that runs until it is told to stop, and ends with this process in any case. */
export type Running = {
  child: ChildProcess;
  /** Waits until it writes a line with this in it. */
  said(text: string): Promise<void>;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

export type Account = { uid: number; gid: number };

/** How a program is run, and how one sees that it does what it is there for. */
export type Circumstances = {
  isReady: () => Promise<boolean>;
  env?: Record<string, string | undefined>;
  as?: Account | undefined;
  cwd?: string;
  /** Whether it is sent messages. */
  hasChannel?: boolean;
};

/** A program by its name, on the PATH or where the system keeps its daemons. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...ALSO];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/**
 * Runs a program and waits until it is ready.
 *
 * @throws with what it wrote, when it ends before that.
 */
export async function run(
  program: string,
  args: readonly string[],
  { isReady, env = {}, as, cwd, hasChannel = false }: Circumstances,
): Promise<Running> {
  const child = spawn(program, args, {
    ...as,
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(hasChannel ? ['ipc' as const] : [])],
  }) as ChildProcessByStdio<null, Readable, Readable>;
  let wrote = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (wrote = (wrote + String(data)).slice(-4_000)));
  const ended = once(child, 'exit');
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    process.off('exit', killAtExit);
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  const deadline = Date.now() + READY_WITHIN;
  while (!(await isReady())) {
    await pause(BETWEEN_LOOKS);
    if (child.exitCode === null && Date.now() < deadline) continue;
    await end('SIGKILL');
    throw new Error(`${program} did not start:\n${wrote}`);
  }
  const said = (text: string): Promise<void> =>
    new Promise((resolve) =>
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes(text)) resolve();
      }),
    );
  return { child, end, said };
}

/** Whether something listens on `port` of this machine. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Whether the forum at `origin` answers, and its database does. */
export async function isOpen(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/readyz`).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.ok === true;
}
