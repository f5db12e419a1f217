import { currentDatabase } from '../db.server.ts';

export type Health = { status: 200 | 503; text: string };

/** What those ask for who watch over the program: they are answered whatever else goes on. */
export const WATCHED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** `/healthz`: the process answers. */
export function liveness(): Health {
  return { status: 200, text: 'ok' };
}

/** `/readyz`: send people here; the database answers too. `isReady` is false of a forum that stops. */
export async function readiness(isReady: boolean): Promise<Health> {
  if (!isReady) return { status: 503, text: 'stopping' };
  try {
    await currentDatabase().prisma.$queryRaw`SELECT 1`;
    return { status: 200, text: 'ready' };
  } catch {
    return { status: 503, text: 'the database does not answer' };
  }
}
