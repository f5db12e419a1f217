import cluster from 'node:cluster';
import { once } from 'node:events';
import { figures, registry } from '../../metrics/metrics.ts';
import { untilStopped, type StopReason } from '../until-stopped.server.ts';
import type { FromProcess, ToProcess } from './messages.ts';
import { Replies } from './replies.ts';

/** Whether this is one of several web processes (supervisor.server.ts). */
export const isSupervised = cluster.isWorker;

/** Whether what this process does at its start is news to whoever sits at the terminal. */
export const isFirst = !isSupervised || cluster.worker?.id === 1;

const metrics = new Replies<string>();

let isReplaced = false;

/** Whether this process leaves because another has taken its place. */
export function wasReplaced(): boolean {
  return isReplaced;
}

/** Waits until this process is to end, because of a signal or because its supervisor says so. Begins at once to hear what that says. */
export function untilLeaving(): Promise<StopReason> {
  if (!isSupervised) return untilStopped(['SIGINT', 'SIGTERM', 'SIGHUP']);
  // The supervisor knows what is to be done about it, and a terminal that closes tells all of them.
  process.on('SIGHUP', () => undefined);
  const told = new Promise<StopReason>((resolve) => {
    process.on('message', (message: ToProcess) => {
      if (message.kind === 'leave') {
        isReplaced = message.isReplaced;
        resolve('SIGTERM');
      } else void hear(message);
    });
  });
  return Promise.race([told, untilStopped(['SIGINT', 'SIGTERM'])]);
}

/** Tells the supervisor that people are served here now. */
export async function tellReady(origin: string): Promise<void> {
  await tell({ kind: 'ready', origin });
}

/**
 * The last that a process does. What was counted here is not forgotten with it; and a connection that was on its way here when the door
 * was shut has gone back to the supervisor once that has taken leave, and on to another process.
 */
export async function takeLeave(): Promise<void> {
  const { worker } = cluster;
  if (!worker) return;
  await tell({ kind: 'last-figures', figures: await figures() });
  const gone = once(worker, 'disconnect');
  worker.disconnect();
  await gone;
}

/** What `/metrics` shows: of all web processes together, whichever is asked. */
export function metricsText(): Promise<string> {
  if (!isSupervised) return registry.metrics();
  return metrics.ask((id) => void tell({ kind: 'metrics-wanted', id }));
}

async function hear(message: Exclude<ToProcess, { kind: 'leave' }>): Promise<void> {
  if (message.kind === 'metrics') metrics.settle(message.id, message.text);
  else await tell({ kind: 'figures', id: message.id, figures: await figures() });
}

/** A supervisor that is gone hears nothing, and this process ends with it. */
function tell(message: FromProcess): Promise<void> {
  return new Promise((resolve) => cluster.worker?.send(message, () => resolve()));
}
