import { clearLine, cursorTo } from 'node:readline';
import { SingleBar } from 'cli-progress';
import type { CommandIo } from './command.ts';

type Terminal = NodeJS.WriteStream;

/** Words to the standard streams, and a progress bar on the error stream when that is a terminal. `end` clears the bar away. */
export function terminalIo(
  stdout: Terminal,
  stderr: Terminal,
  caller: { cwd: string; signal: AbortSignal },
): CommandIo & { end(): void } {
  const bar = stderr.isTTY ? drawBar(stderr) : undefined;
  const write = (stream: Terminal, line: string): void => {
    bar?.clear();
    stream.write(`${line}\n`);
  };
  return {
    out: (line) => write(stdout, line),
    err: (line) => write(stderr, line),
    progress: (done, total, label) => bar?.draw(done, total, label),
    end: () => bar?.clear(),
    cwd: caller.cwd,
    // A pipe has no such property at all.
    isTerminal: 'isTTY' in stdout && stdout.isTTY,
    columns: stdout.columns || stderr.columns || 80,
    signal: caller.signal,
  };
}

/** A bar that gives way to lines of text: it is cleared before each and drawn anew with the next progress. */
function drawBar(stream: Terminal) {
  let bar: SingleBar | undefined;
  return {
    draw(done: number, total: number | null, label: string): void {
      if (!bar) {
        const format = total === null ? '{label}' : '[{bar}] {percentage}%  {label}';
        bar = new SingleBar({ format, stream, hideCursor: true, barsize: 30, clearOnComplete: true });
        bar.start(total ?? 1, done, { label });
      }
      bar.update(total === null ? 0 : done, { label });
    },
    clear(): void {
      bar?.stop();
      bar = undefined;
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}
