import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the clock by which Linux counts CPU, in ms. */
const TICK_MS = 10;

/** CPU in ms that a PostgreSQL server has used, all its processes together; 0 where the system does not say. */
export function serverCpuMs(url: string): number {
  const folder = new URL(url).searchParams.get('host') ?? '';
  try {
    return processCpuMs(Number(readFileSync(`${folder}/data/postmaster.pid`, 'utf8').split('\n', 1)[0]));
  } catch {
    return 0;
  }
}

/** CPU in ms that a process and those it has started have used; 0 where the system does not say. */
export function processCpuMs(first: number): number {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf);
    const ours = processes.filter(({ pid, parent }) => pid === first || parent === first);
    // Of those that have ended only the first one knows.
    return ours.reduce((sum, { pid, own, ended }) => sum + own + (pid === first ? ended : 0), 0);
  } catch {
    return 0;
  }
}

type Stat = { pid: number; parent: number; own: number; ended: number };

/** proc_pid_stat(5): fields 4 and 14 to 17, counted after the name in brackets, which may hold anything. */
function statOf(pid: string): Stat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return [{ pid: Number(pid), parent, own: (user + system) * TICK_MS, ended: (endedUser + endedSystem) * TICK_MS }];
  } catch {
    return [];
  }
}
