import { LRUCache } from 'lru-cache';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import type { OwnPersona, PersonaId } from './views.ts';

/** Ledger tags derived and looked up at once … */
const BATCH = 64;
/** … and in the first look after one that came to the end: seldom has anything been added since. */
const PEEK = 4;

/** A persona in the ledger: one that its owner gave up stays there as a tombstone. */
type LedgerEntry = OwnPersona & { isErased: boolean };

type Ledger = {
  /** The number after the last that was found: where the next batch begins. */
  next: number;
  entries: LedgerEntry[];
};

/** Per session, bounded and short-lived: without it a member with 2,000 personas would derive as many tags at each page. */
const ledgers = new LRUCache<string, Ledger>({ max: 500, ttl: 10 * 60_000 });

/** All personas that a member writes or wrote as, in no order that means anything. */
export async function listMyPersonas(member: Member): Promise<OwnPersona[]> {
  return (await listMyLedger(member)).filter((entry) => !entry.isErased);
}

/** The same with those that the member gave up. */
export async function listMyLedger(member: Member): Promise<readonly LedgerEntry[]> {
  return (await readLedger(member)).entries;
}

/** The ledger number that this member's next persona takes. */
export async function nextLedgerNumber(member: Member): Promise<number> {
  return (await readLedger(member)).next;
}

/** After personas were given up: what is remembered of them no longer holds. */
export function forgetMyLedger(member: Member): void {
  ledgers.delete(member.sessionKey);
}

/** Computes ledger tags in batches, from where this session's last look ended, until one batch finds nothing. */
async function readLedger(member: Member): Promise<Ledger> {
  const known = ledgers.get(member.sessionKey);
  let { next, entries } = known ?? { next: 0, entries: [] };
  for (let size = known ? PEEK : BATCH; ; size = BATCH) {
    const found = await readBatch(member, { from: next, size });
    if (found.size === 0) break;
    entries = [...entries, ...found.values()];
    next = Math.max(...found.keys()) + 1;
  }
  const ledger = { next, entries };
  ledgers.set(member.sessionKey, ledger);
  return ledger;
}

/** Entries by their ledger number, of the `size` numbers from `from` on. */
async function readBatch(
  member: Member,
  { from, size }: { from: number; size: number },
): Promise<Map<number, LedgerEntry>> {
  const numberOfTag = new Map<string, number>();
  const tags: Uint8Array<ArrayBuffer>[] = [];
  for (let number = from; number < from + size; number++) {
    for (const tag of member.memberSecret.tags('ledger', number)) {
      numberOfTag.set(Buffer.from(tag).toString('hex'), number);
      tags.push(tag);
    }
  }
  const rows = await db.persona.findMany({
    where: { ledgerTag: { in: tags } },
    select: { id: true, scopeId: true, alias: true, isErased: true, ledgerTag: true },
  });
  return new Map(
    rows.map(({ ledgerTag, id, ...row }) => [
      numberOfTag.get(Buffer.from(ledgerTag).toString('hex')) ?? from,
      { id: id as PersonaId, ...row },
    ]),
  );
}
