import { createHash } from 'node:crypto';
import type { Transaction } from '#app/platform/db.server.ts';

/** How often a pen name may be changed: each name given up stays out of reach for everybody else. */
export const MOST_FORMER_NAMES = 5;

/** By it a name that was given up is known again: the name itself is not kept, for it may be what somebody wants to be rid of. */
export function digestOfName(penNameKey: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(penNameKey).digest());
}

/**
 * Whether a name was given up by somebody else. Ask after the name was written: a change at the same moment has then either
 * left its trace or still holds the name.
 */
export async function isSomebodysFormerName(tx: Transaction, penNameKey: string, accountId: string): Promise<boolean> {
  const where = { digest: digestOfName(penNameKey), accountId: { not: accountId } };
  return (await tx.formerPenName.count({ where })) > 0;
}
