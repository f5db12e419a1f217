/**
 * What a command speaks with. The same command runs in a process of its own or inside the running forum, its words sent to
 * the terminal of whoever called it; so it never touches `process.stdout`, `process.cwd()` or `process.exit`.
 */
export type CommandIo = {
  /** One line of what was asked for. */
  out(line: string): void;
  /** One line about what went wrong. */
  err(line: string): void;
  /** How far the work is, for a progress bar; `total` is null where it cannot be known. Drawn on a terminal only. */
  progress(done: number, total: number | null, label: string): void;
  /** The folder that the caller stands in: paths in the arguments are relative to it. */
  readonly cwd: string;
  readonly isTerminal: boolean;
  /** Width of the caller's terminal, in characters. */
  readonly columns: number;
  /** The caller went away or pressed Ctrl-C: stop at the next sound place. */
  readonly signal: AbortSignal;
};

/** Runs with the database open (`#app/platform/db.server.ts`) and gives the exit code. */
export type Command = (args: string[], io: CommandIo) => Promise<number>;

export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** The arguments make no sense: `message` and the command's usage are shown, and the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
