import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { rememberedUntilTold } from '#app/platform/told-memory.server.ts';

/** A bar or a review: what it is, and the persona or the account it was given to. */
export type SanctionInForce = {
  id: string;
  kind: string;
  personaId: string | null;
  accountId: string | null;
  reason: string;
  /** Rounded down to the hour. */
  createdAt: Date;
  /** Null until staff end it. */
  until: Date | null;
};

/**
 * All bars and reviews that are neither over nor lifted, the latest first. There are few of them and they seldom change, and whoever writes is
 * looked for among them: they are kept in memory until one of them changes.
 */
export async function listSanctionsInForce(): Promise<readonly SanctionInForce[]> {
  const notLifted = await listNotLifted();
  return notLifted.filter(({ until }) => until === null || until > now());
}

const listNotLifted = rememberedUntilTold(['sanctions'], () =>
  db.sanction.findMany({
    where: { kind: { in: ['bar', 'review'] }, liftedAt: null, OR: [{ until: null }, { until: { gt: now() } }] },
    orderBy: { createdAt: 'desc' },
    select: { id: true, kind: true, personaId: true, accountId: true, reason: true, createdAt: true, until: true },
  }),
);
