import type { CommandIo } from './command.ts';

/** An io for tests that keeps what it hears. */
export type RecordingIo = CommandIo & {
  outLines: string[];
  errLines: string[];
  steps: [number, number | null, string][];
};

export function recordingIo(given: Partial<Pick<CommandIo, 'cwd' | 'signal'>> = {}): RecordingIo {
  const outLines: string[] = [];
  const errLines: string[] = [];
  const steps: [number, number | null, string][] = [];
  return {
    outLines,
    errLines,
    steps,
    out: (line) => void outLines.push(line),
    err: (line) => void errLines.push(line),
    progress: (done, total, label) => void steps.push([done, total, label]),
    cwd: given.cwd ?? '/',
    isTerminal: false,
    columns: 80,
    signal: given.signal ?? new AbortController().signal,
  };
}
