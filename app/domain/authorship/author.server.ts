import { randomBytes } from 'node:crypto';
import { isUniqueViolation } from '#prisma/client.ts';
import type { Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Tag } from '../identity/member-secret.server.ts';
import type { Member } from '../identity/viewer.ts';
import { drawAlias } from './draw-alias.server.ts';
import { nextLedgerNumber } from './ledger.server.ts';
import { findMyPersonas, forgetMyPersonas, listMyPersonasInThread, listScopes } from './personas-in-thread.server.ts';
import { myVerificationForPersonas, type Verification } from './verification.server.ts';
import type { PersonaId } from './views.ts';

/** What stands on a post: an account or a persona, never both. */
export type Author = { authorId: string; personaId: null } | { authorId: null; personaId: PersonaId };

/** How a member wants to write: as whom, and whether their persona shows what they are verified as. */
export type WriteChoice = { as: 'anonymous' | 'pen-name'; showVerified: boolean };

/** What it takes to write so in one thread: for a persona not yet there a ledger number, and what it is to show. */
export type Hand = { as: 'pen-name' } | { as: 'anonymous'; ledgerNumber: number; verification: Verification | null };

/** Attempts at a write whose ledger number others of the same member keep taking: two tabs, fifty forms. */
const ATTEMPTS = 100;

/**
 * Runs `write` with a hand to write by. The ledger is read before, so that the transaction in `write` stays short; when its
 * number was taken meanwhile the whole begins again, but not when the form was: that is another's to answer (`writeOnce`).
 */
export async function writeAs<Result>(
  member: Member,
  { as, showVerified }: WriteChoice,
  write: (hand: Hand) => Promise<Result>,
): Promise<Result> {
  const verification = showVerified && as === 'anonymous' ? await myVerificationForPersonas(member) : null;
  for (let attempt = 1; ; attempt++) {
    const hand: Hand = as === 'pen-name' ? { as } : { as, ledgerNumber: await nextLedgerNumber(member), verification };
    try {
      return await write(hand);
    } catch (error) {
      if (!isUniqueViolation(error) || isUniqueViolation(error, 'formKey') || attempt === ATTEMPTS) throw error;
    } finally {
      forgetMyPersonas(member);
    }
  }
}

/**
 * Who writes, where nothing has to be made or changed for it: the pen name's account, or the persona that the member is in this
 * thread already. Null where it takes `writeAs`.
 */
export async function knownAuthor(
  member: Member,
  threadId: string,
  { as, showVerified }: WriteChoice,
): Promise<Author | null> {
  if (as === 'pen-name') return { authorId: member.accountId, personaId: null };
  const [mine] = showVerified ? [] : await listMyPersonasInThread(member, threadId);
  return mine ? { authorId: null, personaId: mine.id } : null;
}

/**
 * Who writes: the pen name's account, or the member's persona of this thread, which is made at their first post. Call it with
 * the thread's row locked, so that a member's simultaneous first posts find one persona.
 */
export async function authorIn(
  tx: Transaction,
  member: Member,
  thread: { id: string; scopeId: string },
  hand: Hand,
): Promise<Author> {
  if (hand.as === 'pen-name') return { authorId: member.accountId, personaId: null };
  const scopes = await listScopes(tx, thread.id);
  const [mine] = await findMyPersonas(tx, member, { threadId: thread.id, scopes });
  const shown = hand.verification && {
    verifiedProfession: hand.verification.profession,
    verifiedLanguage: hand.verification.language,
  };
  if (mine) {
    if (shown) await tx.persona.update({ where: { id: mine.id }, data: shown, select: { id: true } });
    return { authorId: null, personaId: mine.id };
  }
  // Those of threads that came in, or that this one came out of, may write here at any time.
  const there = await tx.persona.findMany({
    where: { scopeId: { in: scopes.map(({ scopeId }) => scopeId) } },
    select: { alias: true },
  });
  const id = newId<PersonaId>();
  await tx.persona.create({
    data: {
      id,
      scopeId: thread.scopeId,
      seal: member.memberSecret.tag('persona', thread.scopeId),
      ledgerTag: member.memberSecret.tag('ledger', hand.ledgerNumber),
      alias: drawAlias(new Set(there.map((persona) => persona.alias))),
      ...shown,
    },
    select: { id: true },
  });
  return { authorId: null, personaId: id };
}

/** Like a tag, and derived from nothing: for personas that belong to nobody, such as those of imported writers. */
export function randomTag(): Tag {
  return Uint8Array.from(randomBytes(32));
}
