import { LRUCache } from 'lru-cache';
import { db } from '#app/platform/db.server.ts';
import type { Member } from '../identity/viewer.ts';
import type { OwnPersona, PersonaId } from './views.ts';

/** Ledger tags derived and looked up at once. */
const BATCH = 64;

type Ledger = {
  /** The number after the last that was found: where the next batch begins. */
  next: number;
  personas: OwnPersona[];
};

/** Per session, bounded and short-lived: without it a member with 2,000 personas would derive as many tags at each page. */
const ledgers = new LRUCache<string, Ledger>({ max: 500, ttl: 10 * 60_000 });

/**
 * All personas of a member, in no order that means anything. Computes ledger tags in batches, from where this session's last
 * look ended, until one batch finds nothing.
 */
export async function listMyPersonas(member: Member): Promise<readonly OwnPersona[]> {
  return (await readLedger(member)).personas;
}

/** The ledger number that this member's next persona takes. */
export async function nextLedgerNumber(member: Member): Promise<number> {
  return (await readLedger(member)).next;
}

async function readLedger(member: Member): Promise<Ledger> {
  const known = ledgers.get(member.sessionKey) ?? { next: 0, personas: [] };
  const personas = [...known.personas];
  let next = known.next;
  for (;;) {
    const found = await readBatch(member, next);
    if (found.size === 0) break;
    for (const [number, persona] of found) {
      personas.push(persona);
      next = Math.max(next, number + 1);
    }
  }
  const ledger = { next, personas };
  ledgers.set(member.sessionKey, ledger);
  return ledger;
}

/** Personas by their ledger number, of those in one batch from `from` on. */
async function readBatch(member: Member, from: number): Promise<Map<number, OwnPersona>> {
  const numberOfTag = new Map<string, number>();
  const tags: Uint8Array<ArrayBuffer>[] = [];
  for (let number = from; number < from + BATCH; number++) {
    for (const tag of member.memberSecret.tags('ledger', number)) {
      numberOfTag.set(Buffer.from(tag).toString('hex'), number);
      tags.push(tag);
    }
  }
  const rows = await db.persona.findMany({
    where: { ledgerTag: { in: tags } },
    select: { id: true, scopeId: true, alias: true, ledgerTag: true },
  });
  return new Map(
    rows.map(({ id, scopeId, alias, ledgerTag }) => [
      numberOfTag.get(Buffer.from(ledgerTag).toString('hex')) ?? from,
      { id: id as PersonaId, scopeId, alias },
    ]),
  );
}
