import { readFile } from 'node:fs/promises';

/** A process of this machine. `started` tells it from a later one with the same number, where the system says when that was. */
export type ProcessIdentity = { readonly pid: number; readonly started: string | null };

export async function thisProcess(): Promise<ProcessIdentity> {
  return { pid: process.pid, started: await startOf(process.pid) };
}

/** Whether that very process still runs. Where the system keeps no start times, any process with its number counts. */
export async function isRunning({ pid, started }: ProcessIdentity): Promise<boolean> {
  if (started !== null) return (await startOf(pid)) === started;
  // The caller knows what this process holds; in a container the one before it often had the same number.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The boot of the system and the tick after it in which the process began (proc_pid_stat(5), field 22); null without /proc. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : `${boot.trim()}/${fields[18] ?? ''}`;
  } catch {
    return null;
  }
}
