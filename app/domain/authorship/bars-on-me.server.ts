import { LRUCache } from 'lru-cache';
import { now } from '#app/platform/clock.server.ts';
import { DAY_MS } from '#app/platform/times.ts';
import type { Member } from '../identity/viewer.ts';
import { listMyLedger } from './ledger.server.ts';
import { listSanctionsInForce, type SanctionInForce } from './sanctions-in-force.server.ts';
import { listSanctionsHere, type Writing } from './sanctions-on-me.server.ts';

/** Why somebody may not write, and until when; null for good. */
export type BarView = { id: string; reason: string; until: Date | null };

/** A bar reaches the person's other identities after a delay of up to this, which nobody but the person could foretell. */
const LONGEST_DELAY_MS = DAY_MS;

/** Bars on any of a member's identities, per session. One that holds at once is looked for past what is remembered here. */
const remembered = new LRUCache<string, readonly SanctionInForce[]>({ max: 500, ttl: 60_000 });

/**
 * The bar that keeps the member from writing there, if there is one. It holds at once in the thread of the persona, or for the
 * pen name, that it was given to; from some hour within a day on, for every identity of the person.
 */
export async function barOnMe(member: Member, writing: Writing): Promise<BarView | null> {
  const [everywhere, here] = await Promise.all([barsOnMe(member), listSanctionsHere(member, writing)]);
  const bar = here.find(({ kind }) => kind === 'bar') ?? everywhere.find((known) => reaches(known, member));
  return bar ? { id: bar.id, reason: bar.reason, until: bar.until } : null;
}

/** All bars on the member's identities that have not ended, those included that do not reach the others yet. */
export async function listBarsOnMe(member: Member): Promise<BarView[]> {
  return (await findBarsOnMe(member)).map(({ id, reason, until }) => ({ id, reason, until }));
}

/** Whether a bar, wherever it was given, has reached all of the person's identities by now. */
function reaches(bar: SanctionInForce, member: Member): boolean {
  if (bar.until !== null && bar.until <= now()) return false;
  const delay = member.memberSecret.fraction(`bar ${bar.id}`) * LONGEST_DELAY_MS;
  return now().getTime() >= bar.createdAt.getTime() + delay;
}

async function barsOnMe(member: Member): Promise<readonly SanctionInForce[]> {
  const known = remembered.get(member.sessionKey);
  if (known) return known;
  const found = await findBarsOnMe(member);
  remembered.set(member.sessionKey, found);
  return found;
}

/** Of all bars that hold, those on one of mine: bars are few, a member's personas may be thousands. */
async function findBarsOnMe(member: Member): Promise<SanctionInForce[]> {
  const inForce = await listSanctionsInForce();
  const bars = inForce.filter(({ kind, personaId, accountId }) => {
    return kind === 'bar' && (personaId !== null || accountId === member.accountId);
  });
  if (bars.length === 0) return [];
  const mine = new Set<string>((await listMyLedger(member)).map(({ id }) => id));
  return bars.filter(({ personaId }) => personaId === null || mine.has(personaId));
}
