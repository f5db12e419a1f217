import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '#search/testing/free-port.ts';
import { START } from '../../start-command.ts';

const COMMANDS = 'build/server/commands.js';
const CLOCK = fileURLToPath(new URL('./clock.mjs', import.meta.url));
const READY_WITHIN = 900_000;

export type RunningForum = {
  origin: string;
  dataDir: string;
  sealKey: Buffer;
  /** Everything it wrote on its outputs so far, line by line. */
  log: string[];
  /** Sets its clock, in ms since the epoch. */
  setClock(now: number): Promise<void>;
  /** `npm run …` beside it. */
  command(...args: string[]): Promise<string>;
  stop(): Promise<void>;
};

/** Starts the built forum on an empty embedded database in `dataDir`, with a clock of its own that shows `now`; without mail unless told where. */
export async function startForum({
  dataDir,
  now,
  smtpUrl,
}: {
  dataDir: string;
  now: number;
  smtpUrl?: string;
}): Promise<RunningForum> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const sealKey = randomBytes(32);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(port),
    ORIGIN: origin,
    DEMO: '0',
    LOG_LEVEL: 'info',
    // What a test's own process was told of the kind of run it is does not hold for the forum.
    VITEST: undefined,
    NODE_OPTIONS: undefined,
    TRUST_PROXY: 'loopback',
    SEAL_KEY: sealKey.toString('base64'),
    SMTP_URL: smtpUrl,
  };
  const child = spawn(process.execPath, ['--import', CLOCK, ...START], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) collectLines(stream, log);
  const setClock = async (time: number): Promise<void> => {
    const set = once(child, 'message');
    child.send({ now: time });
    await set;
  };
  await untilReady(`${origin}/readyz`, child, log);
  await setClock(now);
  return {
    origin,
    dataDir,
    sealKey,
    log,
    setClock,
    async command(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, [COMMANDS, ...args], { env });
      return stdout;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function collectLines(stream: NodeJS.ReadableStream | null, into: string[]): void {
  let rest = '';
  stream?.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    into.push(...lines);
  });
}

async function untilReady(address: string, child: ChildProcess, log: string[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(address).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`The forum did not start (exit code ${child.exitCode}):\n${log.join('\n')}`);
}
