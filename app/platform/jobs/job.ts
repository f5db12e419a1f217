/** Work that one process does for all of them. Done twice it comes to the same: a process may die between doing and saying so. */
export type Job = {
  name: string;
  /** Once in each stretch of so many seconds, counted from 1970, whichever process comes first. Without it only when asked for. */
  every?: number;
  /** Whether what fell due while no process ran is done at once at a start, or with the first look (a minute to ten later). */
  atStart?: boolean;
  /** After so many seconds whoever does it is taken for dead, and it is done again. */
  atMost: number;
  /** How often it is tried again after a failure, and after how many seconds at first; each wait is about twice the one before. */
  retries: { limit: number; delay: number };
  /** Does the work. `id` is the one it was asked for with; of a job with `every` it says nothing. */
  run(id: string): Promise<unknown>;
};
